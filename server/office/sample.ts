import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rowsBehind } from '../../db/central/figures.ts';
import { writeLog } from '../../db/central/log.ts';
import { findOrders, insertCourse, lockOrders, updateOrders } from '../../db/central/orders.ts';
import { setTimers } from '../../db/central/timers.ts';
import { readCentre } from '../../db/central/reference.ts';
import { thisTurn } from '../../shared/domain/acts/course.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { fail } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import { calendarAt } from '../../shared/policy/calendar.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { changesOf } from '../commands/decide.ts';
import { keepFigures } from '../figures/keep.ts';
import type { Service } from '../service.ts';
import { planOf } from '../timers/plan.ts';

/** Finished orders of a period that are looked at at most. */
const MOST = 50_000;

export interface SampleWanted {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  /** Null: drawn by chance. The same seed draws the same from the same orders, so that a draw can be checked. */
  readonly seed: string | null;
}

export interface Sample {
  readonly id: string;
  readonly seed: string;
  /** How many it was drawn from. */
  readonly population: number;
  readonly drawn: number;
}

/**
 * Draws finished orders of a period for 回访, where the city asks only a sample of the callers: each goes into the queue
 * with a line in its course, and the draw with its seed into the audit log. H6, H12, H15.
 * @throws ACT_NOT_OFFERED where the text has everybody asked, or nobody
 */
export async function drawSample(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  wanted: SampleWanted,
): Promise<Sample> {
  const { pack, db } = service;
  const rule = pack.followUp;
  if (rule?.coverage !== 'sample') return fail('ACT_NOT_OFFERED');
  const seed = wanted.seed ?? randomBytes(8).toString('hex');
  const { from, to } = wanted;
  const rows = await rowsBehind(db, 'finished', { from, to, units: null, subjects: null }, null, null, MOST);
  const orders = await findOrders(
    db,
    rows.map(({ orderId }) => orderId),
  );
  const population = orders.filter((order) => mayBeDrawn(order, session)).map(({ id }) => id);
  const chosen = chosenOf(population, seed, wanted.size);
  const id = randomUUID();
  const drawn = await service.db.transaction(async (tx) => {
    const at = instant(service.nowMs());
    const by = authorOf(session.actor);
    // Asked anew under the lock: a command may have come between.
    const changed = (await lockOrders(tx, chosen))
      .filter((order) => mayBeDrawn(order, session))
      .map((before) => ({
        before,
        after: {
          ...before,
          number: before.number ?? before.provisionalNumber,
          version: before.version + 1,
          updatedAt: at,
          life: { ...before.life, sampled: { at, by, sampleId: id } },
        },
      }));
    const afters = changed.map(({ after }) => after);
    await updateOrders(tx, afters);
    await keepFigures(tx, changed);
    await insertCourse(
      tx,
      afters.map(({ id: orderId, version }) => ({
        orderId,
        version,
        entries: [
          {
            at,
            by,
            kind: 'sampled' as const,
            text: `${population.length} 件中抽取 ${chosen.length} 件`,
            citation: { rule: rule.rule, article: rule.article },
          },
        ],
      })),
    );
    const centre = await readCentre(tx);
    const calendar = calendarAt(centre);
    await setTimers(
      tx,
      afters.map((after) => planOf(after, pack, calendar)),
    );
    const detail = { from, to, seed, population: population.length, drawn: afters.map(({ number }) => number) };
    const entry = {
      at,
      accountId: by.accountId,
      deskId: session.deskId,
      action: 'followUp.sample',
      subject: id,
      detail,
    };
    await writeLog(tx, { at, changes: changed.flatMap(changesOf), audit: [entry] });
    return afters.length;
  });
  return { id, seed, population: population.length, drawn };
}

/** Answered, not asked and not drawn in this turn, to be reached by telephone and willing; and for the drawer to see. */
function mayBeDrawn(order: Order, { actor }: Pick<LiveSession, 'actor'>): boolean {
  const { state, request, life } = order;
  if (state !== 'replied' && state !== 'closed') return false;
  if (life.sampled !== null || thisTurn(order).followUps.length > 0) return false;
  return request.followUp && request.caller.phone !== '' && viewFor(order, actor) !== null;
}

/** By the hash of seed and id: nobody can steer it, and anybody can do it again. */
function chosenOf(population: readonly OrderId[], seed: string, size: number): OrderId[] {
  const place = (id: OrderId): string => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  return population
    .map((id) => [place(id), id] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, id]) => id);
}
