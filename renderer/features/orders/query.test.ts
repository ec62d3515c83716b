import { describe, expect, it } from 'vitest';
import { orderFilterSchema } from '../../../shared/contract/desk.ts';
import { RUNNING_STATES } from '../../../shared/domain/order.ts';
import {
  FIRST_QUERY,
  isRefined,
  NO_REFINEMENT,
  nextReceivedSort,
  orderFilter,
  QUICK_VIEWS,
  withView,
} from './query.ts';

describe('what the list asks of the station', () => {
  it.each(QUICK_VIEWS)('makes a filter the contract accepts for the view %s', (view) => {
    expect(orderFilterSchema.safeParse(orderFilter(withView(FIRST_QUERY, view))).success).toBe(true);
  });

  it('我的工单 asks for the own ones only', () => {
    expect(orderFilter(withView(FIRST_QUERY, 'mine'))).toMatchObject({ mine: true, states: [], due: 'any' });
  });

  it('超期 and 快到期 speak of orders nobody has answered yet, soonest first', () => {
    expect(orderFilter(withView(FIRST_QUERY, 'overdue'))).toMatchObject({
      mine: false,
      due: 'overdue',
      states: RUNNING_STATES,
      sort: 'due',
    });
    expect(orderFilter(withView(FIRST_QUERY, 'soon'))).toMatchObject({ due: 'soon', sort: 'due' });
  });

  it('待送出 asks for what the centre has not confirmed', () => {
    expect(orderFilter(withView(FIRST_QUERY, 'pending'))).toMatchObject({ pendingOnly: true, sort: 'newest' });
  });

  it('keeps search and choices when the view changes', () => {
    const narrowed = { ...FIRST_QUERY, text: '噪音', categories: ['complaint' as const] };
    expect(orderFilter(withView(narrowed, 'all'))).toMatchObject({ text: '噪音', categories: ['complaint'] });
  });

  it('counts both days of a range as days in Beijing', () => {
    expect(orderFilter({ ...FIRST_QUERY, from: '2026-11-20', to: '2026-11-21' })).toMatchObject({
      from: '2026-11-19T16:00:00.000Z',
      to: '2026-11-21T15:59:59.999Z',
    });
  });

  it('searches for what was meant, not for the blanks around it', () => {
    expect(orderFilter({ ...FIRST_QUERY, text: '  000431 ' }).text).toBe('000431');
  });

  it('does not call a state choice a refinement where the view sets the state anyway', () => {
    const chosen = { ...FIRST_QUERY, states: ['closed' as const] };
    expect(isRefined(withView(chosen, 'all'))).toBe(true);
    expect(isRefined(withView(chosen, 'handling'))).toBe(false);
    expect(orderFilter(withView(chosen, 'handling')).states).toEqual(RUNNING_STATES);
  });

  it('clears everything but the view', () => {
    const refined = { ...FIRST_QUERY, text: 'x' };
    expect(isRefined({ ...refined, ...NO_REFINEMENT })).toBe(false);
  });

  it('turns the received column round, and starts with the newest', () => {
    expect(nextReceivedSort('newest')).toBe('oldest');
    expect(nextReceivedSort('oldest')).toBe('newest');
    expect(nextReceivedSort('due')).toBe('newest');
  });
});
