import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../../shared/domain/channel.ts';
import type { Category } from '../../../../shared/domain/order.ts';
import { packOf } from '../../../../shared/policy/packs.ts';
import { channelsOf } from '../../../data/channels.ts';
import { limitsTable, type TableOf } from './limits-table.ts';

const FORWARD: TableOf = { mode: 'forward', units: 1, urgency: 'general' };

/** What the table says of one kind of request, as `complexities limit rule`. */
function said(city: string, of: TableOf, channel: Channel, category: Category): string[] {
  const { columns, rows } = limitsTable(packOf(city), of);
  const column = columns.findIndex((categories) => categories.includes(category));
  const row = rows.find(({ channels }) => channels.includes(channel));
  return (row?.cells[column] ?? []).map(({ complexities, cell }) =>
    [complexities.join('+'), cell.limit, cell.rule].join(' '),
  );
}

describe('the table of limits', () => {
  it('J10: parts what is clear from what is not', () => {
    expect(said('jilin', FORWARD, 'hotline', 'complaint')).toEqual([
      'clear 1wd J10',
      'complex 5wd J10',
      'major 10wd J11',
    ]);
  });

  it('H8: says once what is the same for every complexity', () => {
    expect(said('hebi', FORWARD, 'hotline', 'complaint')).toEqual(['clear+complex+major 10wd H8']);
  });

  it('T8: puts everything alike into one row and one column', () => {
    const { columns, rows } = limitsTable(packOf('tonghua'), { ...FORWARD, urgency: 'urgent' });
    expect(columns).toHaveLength(1);
    expect(rows).toHaveLength(1);
    expect(said('tonghua', { ...FORWARD, urgency: 'urgent' }, 'sms', 'help')).toEqual(['clear+complex+major 12h T8']);
  });

  it('A5: changes with the number of units', () => {
    expect(said('ankang', { ...FORWARD, units: 2 }, 'hotline', 'complaint')).toEqual(['clear+complex+major 20wd A5']);
  });

  it('Z3: says of what the text does not limit that there is none, and why', () => {
    const { columns, rows } = limitsTable(packOf('zaozhuang'), FORWARD);
    const column = columns.findIndex((categories) => categories.includes('consultation'));
    expect(rows[0]?.cells[column]?.[0]?.cell).toMatchObject({ limit: null, note: '本办法只规定投诉的处置时限' });
  });

  it('holds every channel the city takes, and those it treats as another', () => {
    expect(channelsOf(packOf('jilin'))).toEqual(expect.arrayContaining(['hotline', 'hall-oral', 'hall-written']));
  });
});
