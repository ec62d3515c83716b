import { randomBytes } from 'node:crypto';
import { ordersDueBetween } from '../../db/central/alarms.ts';
import { insertHandover, lockHandover, shiftCounts, takeHandover } from '../../db/central/handovers.ts';
import { uuidV7 } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import type { Alarm } from '../../shared/hall/alarms.ts';
import type { Handover, HandoverNote, ShiftState } from '../../shared/hall/handover.ts';
import { instant } from '../../shared/instant.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf, writeCallAudit } from '../calls/log.ts';
import { now, type Service } from '../service.ts';
import { queueCounters } from '../telephony/acd.ts';
import type { Hall } from '../telephony/hall.ts';
import type { DeskStates } from './desk-states.ts';
import type { Names } from './names.ts';

const DAY_MS = 86_400_000;
const NEAR_SHOWN = 50;

/** What of the live hall a shift's state is made of. */
export interface ShiftParts {
  readonly hall: Pick<Hall, 'people' | 'calls' | 'plan'>;
  readonly desks: Pick<DeskStates, 'all'>;
  readonly names: Names;
  readonly alarms: { list(): readonly Alarm[] };
}

/** How things stand now. */
export async function shiftState(service: Service, { hall, desks, names, alarms }: ShiftParts): Promise<ShiftState> {
  const nowMs = service.nowMs();
  const [counts, near] = await Promise.all([
    shiftCounts(service.db, instant(nowMs)),
    ordersDueBetween(service.db, instant(nowMs), instant(nowMs + DAY_MS), NEAR_SHOWN),
  ]);
  const left = [...desks.all()].filter(([, { drafts, unsent }]) => drafts > 0 || unsent > 0);
  await names.learn(left.map(([id]) => id));
  return {
    at: instant(nowMs),
    waiting: queueCounters(hall.calls.values(), hall.people.values(), hall.plan).waiting,
    ...counts,
    near: near.map(({ number, due }) => ({ number, due })),
    alarms: alarms.list().filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
    desks: left.map(([id, { drafts, unsent, here }]) => ({
      person: names.find(id),
      drafts,
      unsent,
      here,
      signedIn: hall.people.has(id),
    })),
  };
}

/**
 * Whoever leaves signs: the state is counted anew and stands from then on.
 * @throws HANDOVER_OPEN while an earlier one waits to be taken
 */
export async function giveShift(
  service: Service,
  session: LiveSession,
  parts: ShiftParts,
  note: HandoverNote,
): Promise<Handover> {
  const state = await shiftState(service, parts);
  const at = now(service);
  const handover: Handover = {
    ...note,
    id: uuidV7(service.nowMs(), randomBytes(10)),
    state,
    givenBy: authorOf(session.actor),
    givenAt: at,
    takenBy: null,
    takenAt: null,
    remark: '',
  };
  await service.db.transaction(async (tx) => {
    if (!(await insertHandover(tx, handover))) fail('HANDOVER_OPEN');
    await writeCallAudit(tx, [auditOf(session, at, 'hall.giveShift', handover.id)]);
  });
  return handover;
}

/**
 * Whoever takes over signs too.
 * @throws HANDOVER_OWN for whoever gave it; HANDOVER_TAKEN where it is not open any more
 */
export async function takeShift(
  service: Service,
  session: LiveSession,
  { id, remark }: { readonly id: string; readonly remark: string },
): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const handover = await lockHandover(tx, id);
    if (!handover || handover.takenBy) fail('HANDOVER_TAKEN');
    if (handover.givenBy.accountId === session.actor.accountId) fail('HANDOVER_OWN');
    await takeHandover(tx, { ...handover, takenBy: authorOf(session.actor), takenAt: at, remark });
    await writeCallAudit(tx, [auditOf(session, at, 'hall.takeShift', id)]);
  });
}
