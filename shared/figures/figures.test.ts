import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptOf, lifeArbitrary, saidBy } from '../domain/testing/life-model.ts';
import { castRules, CAST, UNITS } from '../domain/testing/cast.ts';
import { FRIDAY, playIn, say, type Play } from '../domain/testing/play.ts';
import { fixtureOrderId } from '../domain/fixtures.ts';
import type { Order } from '../domain/order.ts';
import { transition } from '../domain/transition.ts';
import { packOf } from '../policy/packs.ts';
import { contributionsOf } from './contributions.ts';
import { definitionOf, figureBehind, RATES, valueOf } from './definitions.ts';
import { differenceOf } from './difference.ts';
import { anyFigureIdSchema, columnIdSchema, rateIdSchema } from './ids.ts';

/** Each figure an order adds to, with its day and unit. */
const added = (play: Play): string[] =>
  contributionsOf(play.order()).map(({ figure, day, unit, n }) => `${figure} ${day} ${unit} ${n}`);

describe('what an order adds to the figures', () => {
  it('T19, H17: what a unit got counts for the day it came, what it finished for the day of its report, on time or late', () => {
    const play = playIn('tonghua', { category: 'help' });
    expect(added(play)).toEqual(['received 2026-11-20  1']);
    play.act('dispatcher', say.dispatch());
    expect(added(play)).toContain(`dispatched 2026-11-20 ${UNITS.water} 1`);
    play.act('handler', say.sign);
    play.clock('2026-11-30 09:00');
    play.act('handler', say.reply());
    play.act('handler', say.result);
    play.act('unitLeader', say.review(true));
    expect(added(play)).toEqual(
      expect.arrayContaining([
        `finished 2026-11-30 ${UNITS.water} 1`,
        `solvedOnce 2026-11-30 ${UNITS.water} 1`,
        `sentRight 2026-11-20 ${UNITS.water} 1`,
        `finishedLate 2026-11-30 ${UNITS.water} 1`,
        `checked 2026-11-30 ${UNITS.water} 1`,
        `proven 2026-11-30 ${UNITS.water} 1`,
      ]),
    );
    expect(added(play).some((line) => line.startsWith('finishedOnTime'))).toBe(false);
  });

  it('T15: what is done again is not finished until it is finished anew', () => {
    const play = playIn('tonghua');
    play.act('dispatcher', say.dispatch());
    play.act('handler', say.sign);
    play.act('handler', say.reply());
    play.act('handler', say.result);
    play.act('unitLeader', say.review(true));
    play.act('followUpAgent', say.rate('dissatisfied', true));
    play.act('followUpAgent', say.redo('followUp'));
    expect(added(play).filter((line) => line.startsWith('finished'))).toEqual([]);
    expect(added(play)).toContain(`redone 2026-11-20 ${UNITS.water} 1`);
    expect(added(play).filter((line) => line.startsWith('solvedOnce'))).toEqual([]);
    expect(added(play)).toContain(`rated 2026-11-20 ${UNITS.water} 1`);
  });

  it('T7: a return that is agreed makes the dispatch a wrong one, for whoever has the order now', () => {
    const play = playIn('tonghua');
    play.act('dispatcher', say.dispatch());
    expect(added(play)).toContain(`sentRight 2026-11-20 ${UNITS.water} 1`);
    play.act('handler', say.requestReturn);
    play.act('dispatcher', say.decideReturn(true));
    play.act('dispatcher', say.dispatch({ unitId: UNITS.roads }));
    expect(added(play)).toContain(`returned 2026-11-20 ${UNITS.water} 1`);
    expect(added(play)).toContain(`dispatched 2026-11-20 ${UNITS.roads} 1`);
    expect(added(play).filter((line) => line.startsWith('sentRight'))).toEqual([]);
  });

  it('H17: a complaint about one of our units counts for that unit, whoever handles it', () => {
    const play = playIn('hebi', {
      category: 'complaint',
      accused: { unit: '市公路局', person: '', unitId: UNITS.roads },
    });
    play.act('dispatcher', say.dispatch());
    expect(added(play)).toContain(`accused 2026-11-20 ${UNITS.roads} 1`);
    expect(added(play)).toContain(`grievances 2026-11-20 ${UNITS.water} 1`);
  });

  it('H17: only the ratings of what was drawn count for 抽查', () => {
    const play = playIn('hebi');
    play.act('dispatcher', say.dispatch());
    play.act('handler', say.sign);
    play.act('handler', say.reply());
    play.act('handler', say.result);
    const drawn: Order = {
      ...play.order(),
      life: {
        ...play.order().life,
        sampled: {
          at: play.order().updatedAt,
          by: play.order().createdBy,
          sampleId: '019abcde-0000-7000-8000-000000000001',
        },
      },
    };
    play.act('followUpAgent', say.rate('satisfied'));
    expect(added(play).some((line) => line.startsWith('sample'))).toBe(false);
    play.resume(drawn);
    play.act('followUpAgent', say.rate('satisfied'));
    expect(added(play)).toContain(`sampleSatisfied 2026-11-20 ${UNITS.water} 1`);
  });

  it('Z11: findings and flags are counted for the unit that answers for them', () => {
    const play = playIn('zaozhuang', { category: 'complaint' });
    play.act('dispatcher', say.dispatch());
    play.act('overseer', {
      type: 'order.flagLiability',
      payload: { flagId: 'Z11-1', unitId: UNITS.roads, text: '属实' },
    });
    expect(added(play)).toContain(`liability 2026-11-20 ${UNITS.roads} 1`);
  });
});

describe('the difference that a change makes', () => {
  it('comes to the same as counting anew, after whatever life', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('jilin', 'hebi', 'tonghua', 'ankang', 'zaozhuang'),
        lifeArbitrary(25),
        (city, life) => {
          const sums = new Map<string, number>();
          const add = (key: string, n: number): void => void sums.set(key, (sums.get(key) ?? 0) + n);
          const rules = castRules(city);
          const orderId = fixtureOrderId(1);
          let order: Order | null = null;
          const step = (part: keyof typeof CAST, command: Parameters<typeof transition>[0]['command']): void => {
            const before: Order | null = order;
            const outcome = transition({ order, orderId, command, actor: CAST[part], rules, nowMs: FRIDAY });
            if (!outcome.ok || !outcome.order) return;
            order = outcome.order;
            const { gone, come } = differenceOf(before, outcome.order);
            for (const one of gone) add(JSON.stringify({ ...one, n: 0 }), -one.n);
            for (const one of come) add(JSON.stringify({ ...one, n: 0 }), one.n);
          };
          step('operator', acceptOf(life, '待编-7K2M-0001'));
          for (const move of life.moves) {
            if (order === null) return;
            const said = saidBy(move, order, rules, FRIDAY, fixtureOrderId(2));
            step(said.part, said.command);
          }
          const anew = order === null ? [] : contributionsOf(order);
          expect(new Map([...sums].filter(([, n]) => n !== 0))).toEqual(
            new Map(anew.map((one) => [JSON.stringify({ ...one, n: 0 }), one.n])),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the figures of a report', () => {
  it('have each one definition in Chinese, and a rate is one figure by another', () => {
    for (const id of columnIdSchema.options) {
      expect(definitionOf(id).name).toMatch(/^[\p{Script=Han}\d ]+$/u);
      expect(definitionOf(id).says).toMatch(/。$/u);
      expect(anyFigureIdSchema.options).toContain(figureBehind(id));
    }
    expect(rateIdSchema.options.map((id) => figureBehind(id))).toEqual(rateIdSchema.options.map((id) => RATES[id].per));
    expect(valueOf('onTimeRate', { finished: 4, finishedOnTime: 3 })).toBe(0.75);
    expect(valueOf('onTimeRate', {})).toBeNull();
    expect(valueOf('received', {})).toBe(0);
  });

  it('J2, J16, T19, H17, Z11: each report that a text asks for names its figures and its breakdown', () => {
    for (const city of ['jilin', 'hebi', 'tonghua', 'zaozhuang'])
      for (const { columns, by } of packOf(city).reports) {
        expect(columns.length).toBeGreaterThan(2);
        expect(['unit', 'department']).toContain(by);
      }
    const columnsOf = (city: string, id: string) => packOf(city).reports.find((one) => one.id === id)?.columns ?? [];
    expect(columnsOf('hebi', 'hb-rates')).toEqual(
      expect.arrayContaining(['accusedRate', 'onTimeRate', 'sampleSatisfiedRate']),
    );
    expect(packOf('tonghua').reports.find(({ id }) => id === 'th-month')).toMatchObject({ overdueList: true });
    expect(packOf('jilin').reports.find(({ id }) => id === 'jl-quarter')).toMatchObject({
      every: 'quarter',
      dueWd: 10,
    });
  });
});
