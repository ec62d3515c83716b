import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountGrants } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { referenceRows } from '../../db/central/reference.ts';
import { modelKindSchema, type Model, type ModelKind } from '../../shared/domain/model.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { unpackModel } from '../../shared/text/model-bytes.ts';
import { guess } from '../../shared/text/text-model.ts';
import { textTerms } from '../../shared/text/text-terms.ts';
import {
  addDesk,
  addPerson,
  answered,
  memoryDatabase,
  refusalOf,
  testClock,
  testService,
} from '../../tests/support/central.ts';
import { actorOf } from '../access/grants.ts';
import { seedDemo } from '../demo/seed.ts';
import { demoOrders } from '../demo/orders.ts';
import { demoCity } from '../demo/cities.ts';
import { pull } from '../feed/pull.ts';
import { snapshot } from '../feed/snapshot.ts';
import type { Service } from '../service.ts';
import { createSegmenter } from './segment.ts';
import { modelsOverview, train, useTraining } from './training.ts';

const ORDERS = 430;

describe("what desks suggest by is learned from the centre's own orders", () => {
  const clock = testClock();
  const segment = createSegmenter();
  let db: Database;
  let service: Service;
  let reader: Actor;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    const person = await addPerson(service, { roles: ['administrator'] });
    const [row] = await accountGrants(db, [person.id]);
    if (!row) throw new Error('no such account');
    reader = actorOf(row);
  }, 60_000);
  afterAll(() => db.close());

  const inUse = async (kind: ModelKind): Promise<Model> => {
    const [model] = await referenceRows(db, 'model', [kind]);
    if (!model) throw new Error('no model is in use');
    return model;
  };
  it('with too few orders nothing is learned: rules and the dispatch catalogue serve', async () => {
    expect(await train(service, segment)).toEqual({ subject: null, unit: null });
    expect(await modelsOverview(service)).toMatchObject({ trainings: [] });
  });

  it('a training is kept, put to use and carried to every desk by the feed', async () => {
    await seedDemo(service, ORDERS);
    const { head, epoch } = await snapshot(db, reader, 'centre', null, clock.nowMs());
    const { subject, unit } = await train(service, segment);
    expect(subject).toMatchObject({ trained: 1, active: true });
    expect(unit).toMatchObject({ trained: 1, active: true });
    expect(subject?.learned.figures.firstLevel?.macroF1).toBeGreaterThan(0.5);
    const pulled = await pull(db, reader, { cursor: head, epoch });
    const rows = pulled.kind === 'changes' ? pulled.changes : [];
    expect(rows.map((change) => (change.op === 'put' ? change.row.id : ''))).toEqual([...modelKindSchema.options]);
    const model = unpackModel(Buffer.from((await inUse('subject')).bytes, 'base64'));
    const [best] = guess(model, textTerms('家里暖气不热，供暖温度不达标', segment), 3);
    expect(best?.label).toBe('s-gy-rl-wd');
    expect(best?.reasons.length).toBeGreaterThan(0);
  }, 120_000);

  it('H19: no name of a caller or colleague, and nothing written with digits, is a term of a model', async () => {
    const names = new Set<string>();
    for (const { order } of demoOrders(12_345, clock.nowMs(), ORDERS, demoCity('hebi'))) {
      names.add(order.request.caller.name);
      names.add(order.createdBy.name);
    }
    for (const kind of modelKindSchema.options) {
      const { vocabulary } = unpackModel(Buffer.from((await inUse(kind)).bytes, 'base64'));
      const words = vocabulary.terms.filter((term) => !term.startsWith('@'));
      expect(words.filter((term) => /\d/u.test(term))).toEqual([]);
      expect(words.filter((term) => term !== '' && names.has(term))).toEqual([]);
    }
  });

  it('an administrator goes back to an older training, or to none at all; both reach the desks', async () => {
    await train(service, segment);
    expect((await modelsOverview(service)).trainings.filter(({ active }) => active)).toMatchObject([
      { kind: 'subject', trained: 2 },
      { kind: 'unit', trained: 2 },
    ]);
    await useTraining(service, null, 'subject', 1);
    expect(await inUse('subject')).toMatchObject({ trained: 1, version: 3 });
    const { head, epoch } = await snapshot(db, reader, 'centre', null, clock.nowMs());
    await useTraining(service, null, 'subject', null);
    const pulled = await pull(db, reader, { cursor: head, epoch });
    expect(pulled).toMatchObject({ changes: [{ op: 'drop', entity: 'model', id: 'subject' }] });
    expect(await refusalOf(useTraining(service, null, 'unit', 99))).toBe('MODEL_NOT_FOUND');
  }, 120_000);

  it('what people made of a suggestion is kept with the command that said it, and counted', async () => {
    const desk = await addDesk(service, await addPerson(service, { roles: ['operator'] }));
    const body = answered();
    const suggested = [
      { kind: 'subject', offered: 's-heat', confidence: 0.9, outcome: 'rejected' } as const,
      { kind: 'unit', offered: 'u-one', confidence: 0.8, outcome: 'accepted' } as const,
    ];
    await desk.push(desk.say({ ...body, payload: Object.assign({}, body.payload, { suggested }) }));
    expect((await modelsOverview(service)).taken).toEqual([
      { kind: 'subject', accepted: 0, otherwise: 1 },
      { kind: 'unit', accepted: 1, otherwise: 0 },
    ]);
  });
});
