import { failure, type Failure } from '../../failure.ts';
import { instant, msOf, type Instant } from '../../instant.ts';
import type { Deadline } from '../../policy/deadline.ts';
import type { Pack } from '../../policy/pack.ts';
import type { UnitId } from '../ids.ts';
import type { Assistant } from '../life.ts';
import type { Order, Request } from '../order.ts';
import type { Rules } from '../outcome.ts';
import { limitOf } from './limits.ts';

/** The unit's name, or its key where the decider does not know it. */
export function unitName(rules: Rules, id: string | null): string {
  return id === null ? '' : (rules.unit(id)?.name ?? id);
}

/**
 * Whether a unit may be given a request: it is there, it is open, and it is not to judge itself.
 * Where the text keeps those with a direct interest away (J5, `secrecy.recusal`), a grievance never goes to the unit it is
 * about. The other texts send it to that very unit (Z8, Z9), which then does not see who complained (`visibility.ts`).
 */
export function unitObjection(rules: Rules, request: Request, unitId: UnitId): Failure | null {
  const unit = rules.unit(unitId);
  if (!unit) return failure('UNIT_NOT_FOUND', { detail: unitId });
  if (!unit.open) return failure('UNIT_CLOSED', { detail: unit.name });
  if (isAgainst(rules.pack, request, unitId))
    return failure('ACCUSED_UNIT', { article: rules.pack.secrecy?.article ?? null, detail: unit.name });
  return null;
}

function isAgainst({ secrecy }: Pack, { category, accused }: Request, unitId: UnitId): boolean {
  const grievance = category === 'complaint' || category === 'report';
  return secrecy?.recusal === true && grievance && accused.unitId === unitId;
}

type Asked = Pick<Assistant, 'unitId' | 'task'>;

/** Whether a lead unit and these assistants make sense together; every unit once. T11, H9. */
export function teamObjection(
  rules: Rules,
  request: Request,
  lead: UnitId,
  assistants: readonly Asked[],
): Failure | null {
  const ids = [lead, ...assistants.map(({ unitId }) => unitId)];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return failure('ADVICE_OF_UNIT_REQUIRED', { detail: unitName(rules, twice) });
  return ids.map((id) => unitObjection(rules, request, id)).find((objection) => objection !== null) ?? null;
}

/**
 * The assistants with a limit of their own: what the text gives a single unit for its answer, never later than the lead
 * unit's. One that was asked before keeps its limit and what it has answered.
 */
export function assistantsFor(
  rules: Rules,
  order: Pick<Order, 'request' | 'createdAt' | 'life'>,
  asked: readonly Asked[],
  lead: Deadline | null,
  nowMs: number,
): Assistant[] {
  const { request, createdAt, life } = order;
  const clock = { receivedMs: msOf(createdAt), unitMs: nowMs };
  const own = limitOf(rules, { request, mode: 'unit-answer', complexity: life.complexity, units: 1 }, clock);
  const due = earlier(own, lead);
  return asked.map(({ unitId, task }) => {
    const before = life.assistants.find((assistant) => assistant.unitId === unitId);
    if (before) return { ...before, task, askedBy: null };
    return { unitId, task, due, askedAt: instant(nowMs), askedBy: null, answer: null };
  });
}

function earlier(own: Deadline | null, lead: Deadline | null): Instant | null {
  if (!own || !lead) return own?.due ?? lead?.due ?? null;
  return own.due < lead.due ? own.due : lead.due;
}
