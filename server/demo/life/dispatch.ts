import { unitIdSchema, type UnitId } from '../../../shared/domain/ids.ts';
import { msOf } from '../../../shared/instant.ts';
import { at } from '../random.ts';
import { daytime, HOUR_MS, officeTime } from './pace.ts';
import { DISPATCH_NOTES, RECUSALS, RETURN_AGREED, RETURN_REFUSED, RETURNS, TASKS } from './texts.ts';
import type { Walk } from './walk.ts';

const MINUTE_MS = 60_000;
const JOINT = 0.05;
const RETURNED = 0.035;
const RECUSED = 0.004;

/** The dispatcher finds the unit: within hours by day, in the morning for what came at night. T7. */
export function waiting(walk: Walk): boolean {
  const { random, people, nth, known, order } = walk;
  const dispatcher = people.staff('dispatcher', nth);
  if (random.chance(RECUSED)) {
    const accountId = people.staff('followUpAgent', nth).accountId;
    walk.tryTo({
      by: dispatcher,
      atMs: walk.clockMs + 5 * MINUTE_MS,
      command: { type: 'order.recuse', payload: { accountId, reason: random.pick(RECUSALS) } },
    });
  }
  const unitId = nextUnit(walk);
  const several = random.chance(JOINT);
  const joint = several && known.rules.pack.modes.some(({ mode }) => mode === 'joint');
  const assistants = several ? [{ unitId: otherUnit(walk, [unitId]), task: random.pick(TASKS) }] : [];
  const drawn = random.next();
  return walk.take({
    by: dispatcher,
    atMs: daytime(walk.clockMs + random.between(15, 260) * MINUTE_MS),
    command: {
      type: 'order.dispatch',
      payload: {
        unitId,
        handling: joint ? 'joint' : 'forward',
        complexity: drawn < 0.8 ? 'clear' : drawn < 0.95 ? 'complex' : 'major',
        urgent: order.request.urgent,
        assistants,
        statutory: null,
        filing: false,
        note: random.pick(DISPATCH_NOTES),
      },
    },
  });
}

/** The unit signs for it, mostly on the day it came; or asks to give it back. */
export function dispatched(walk: Walk): boolean {
  const { random, people, order } = walk;
  if (order.unitId === null) return false;
  const by = people.handlerOf(order.unitId);
  const signed = walk.take({
    by,
    atMs: officeTime(random, walk.clockMs, random.pick([0, 0, 0, 1])),
    command: { type: 'order.sign', payload: {} },
  });
  if (!signed || order.life.returns.length > 1 || !random.chance(RETURNED)) return signed;
  const wish = random.pick(RETURNS);
  const asked = walk.tryTo({
    by,
    atMs: officeTime(random, walk.clockMs, random.between(0, 1)),
    command: { type: 'order.requestReturn', payload: { ...wish } },
  });
  if (!asked) return !walk.over;
  const agreed = random.chance(0.6);
  return walk.take({
    by: people.staff('dispatcher', walk.nth),
    atMs: officeTime(random, walk.clockMs, random.between(0, 1)) + HOUR_MS,
    command: {
      type: 'order.decideReturn',
      payload: { agreed, reason: random.pick(agreed ? RETURN_AGREED : RETURN_REFUSED) },
    },
  });
}

/** Whom it goes to: the matter's own unit, unless that one has given it back, or is complained of where it may not have it. */
export function nextUnit(walk: Walk): UnitId {
  const { order, known, unitId } = walk;
  const gone = order.life.returns.map((wish) => wish.unitId);
  const wanted = unitIdSchema.parse(unitId ?? known.city.mainCounty);
  const { accused } = order.request;
  const barred = known.rules.pack.secrecy?.recusal === true && accused.unitId !== null ? [accused.unitId] : [];
  const refused: readonly UnitId[] = [...gone, ...barred];
  return refused.includes(wanted) ? otherUnit(walk, refused) : wanted;
}

/** Another department, the same one for the same order. */
export function otherUnit({ known, order, random }: Walk, not: readonly UnitId[]): UnitId {
  const others = known.departments.filter(({ id }) => !not.includes(id) && id !== order.request.accused.unitId);
  return at(others, (msOf(order.createdAt) + random.between(0, 3)) % others.length).id;
}
