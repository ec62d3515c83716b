import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../../shared/domain/catalogue.ts';
import { fixtureActor } from '../../../shared/domain/fixtures.ts';
import { subjectIdSchema, unitIdSchema } from '../../../shared/domain/ids.ts';
import type { Subject } from '../../../shared/domain/subject.ts';
import { instant } from '../../../shared/instant.ts';
import { matching } from './catalogue-lines.ts';

function subject(id: string, ...path: [string, string, string]): Subject {
  return { id: subjectIdSchema.parse(id), path, unitId: null, words: ['路灯'], version: 1 };
}

const lamps = subject('s-lamp', '城市管理', '市政设施', '路灯照明');
const noise = { ...subject('s-noise', '生态环境', '噪声', '施工噪声'), words: ['半夜施工'] };
const { accountId, jobNumber, name } = fixtureActor('dispatcher');
const listed: CatalogueEntry = {
  id: lamps.id,
  version: 1,
  unitId: unitIdSchema.parse('u-cgj'),
  note: '夜间抢修同',
  updatedBy: { accountId, jobNumber, name },
  updatedAt: instant(0),
};
const found = (text: string, onlyListed = false): string[] =>
  matching([lamps, noise], [listed], () => '市城市管理局', { text, onlyListed }).map((line) => line.subject.id);

describe('the dispatch catalogue', () => {
  it('shows every subject, whether or not it has a unit', () => {
    expect(found('')).toEqual(['s-lamp', 's-noise']);
    expect(found('', true)).toEqual(['s-lamp']);
  });

  it('is found by its path, by everyday words, by the unit and by the note', () => {
    expect(found('施工噪声')).toEqual(['s-noise']);
    expect(found('半夜')).toEqual(['s-noise']);
    expect(found('城市管理局')).toEqual(['s-lamp']);
    expect(found('抢修 照明')).toEqual(['s-lamp']);
  });
});
