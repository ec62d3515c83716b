import { beijingDate, instant } from '../instant.ts';
import { failure, type Failure } from '../failure.ts';
import { deadlineFor } from '../policy/deadline.ts';
import type { Pack } from '../policy/pack.ts';
import { DIRECT_OUTCOME_NAMES, type DirectAttempt } from './call.ts';
import type { CommandBody } from './command.ts';
import type { OrderId } from './ids.ts';
import type { Citation, HistoryEntry, Order } from './order.ts';
import { may, type Actor, type Author } from './people.ts';
import type { Subject } from './subject.ts';
import type { Unit } from './unit.ts';

/** What a decision may look at besides the order: the city's pack, and the units and subjects as the decider has them. */
export interface Rules {
  readonly pack: Pack;
  readonly unit: (id: string) => Pick<Unit, 'id' | 'name' | 'open'> | null;
  readonly subject: (id: string) => Pick<Subject, 'id'> | null;
}

/** What is decided about: the order as it stands (null before it exists), its id, and where it came from. */
export interface Decision {
  readonly order: Order | null;
  readonly orderId: OrderId;
  readonly command: CommandBody;
  readonly actor: Actor;
  readonly rules: Rules;
  /** Milliseconds since 1970, by the clock of whoever decides. */
  readonly nowMs: number;
}

/** The order after the command with the lines its history gains, or why not. `order` null: the command changes no order (a recorded look). */
export type Outcome =
  | { readonly ok: true; readonly order: Order | null; readonly history: readonly HistoryEntry[] }
  | { readonly ok: false; readonly failure: Failure };

type TakeCommand = Extract<CommandBody, { payload: { request: unknown } }>;

/**
 * Decides a command, without any effect: the same code on the desk (for the overlay) and at the centre (for good).
 * Numbers are not given here: the centre takes them when it commits.
 */
export function transition(decision: Decision): Outcome {
  const { command, actor } = decision;
  if (command.type === 'personal.look') return look(decision);
  if (!may(actor, 'order.create')) return refuse('NOT_PERMITTED');
  switch (command.type) {
    case 'order.answerImmediately':
    case 'order.answerDirectly':
    case 'order.forward':
    case 'order.refuse':
      return take(decision, command);
    case 'order.supplement':
      return supplement(decision, command.payload.text);
    case 'order.urge':
      return urge(decision, command.payload.reason);
  }
}

function look({ actor }: Decision): Outcome {
  if (!may(actor, 'personal.reveal')) return refuse('NOT_PERMITTED');
  // Looks go to the audit log, not to the order's own course: its version must not move because someone read it.
  return { ok: true, order: null, history: [] };
}

function take(decision: Decision, command: TakeCommand): Outcome {
  const { order, orderId, actor, rules, nowMs } = decision;
  if (order) return refuse('ORDER_EXISTS');
  const { payload } = command;
  if (payload.request.subjectId && !rules.subject(payload.request.subjectId)) return refuse('SUBJECT_NOT_FOUND');
  const at = instant(nowMs);
  const by = authorOf(actor);
  const fresh: Order = {
    id: orderId,
    number: null,
    provisionalNumber: payload.provisionalNumber,
    version: 0,
    state: 'closed',
    mode: 'immediate',
    request: payload.request,
    call: payload.call,
    answer: null,
    articlesRead: payload.articlesRead,
    directAttempts: payload.directAttempts,
    unitId: null,
    deadline: null,
    refusal: null,
    urges: 0,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    closedAt: at,
  };
  const course: HistoryEntry[] = [
    { at, by, kind: 'received', text: '', citation: null },
    ...payload.directAttempts.map((attempt) => attemptEntry(attempt, by, rules)),
  ];
  switch (command.type) {
    case 'order.answerImmediately': {
      const { answer } = command.payload;
      return done({ ...fresh, answer }, course, {
        at,
        by,
        kind: 'answeredImmediately',
        text: answer.text,
        citation: modeCitation(rules.pack, 'immediate'),
      });
    }
    case 'order.answerDirectly': {
      const { answer } = command.payload;
      const answered = payload.directAttempts.find((attempt) => attempt.outcome === 'answered');
      if (!answered) return refuse('DIRECT_WITHOUT_ATTEMPT', modeCitation(rules.pack, 'direct'));
      return done({ ...fresh, mode: 'direct', answer, unitId: answered.unitId }, course, {
        at,
        by,
        kind: 'answeredDirectly',
        text: answer.text,
        citation: modeCitation(rules.pack, 'direct'),
      });
    }
    case 'order.forward': {
      const unit = rules.unit(command.payload.unitId);
      if (!unit) return refuse('UNIT_NOT_FOUND');
      if (!unit.open) return refuse('UNIT_CLOSED', null, unit.name);
      const deadline = deadlineFor(rules.pack, 'forward', nowMs);
      const text = [`转 ${unit.name}`, command.payload.note].filter(Boolean).join('；');
      return done({ ...fresh, mode: 'forward', state: 'handling', unitId: unit.id, deadline, closedAt: null }, course, {
        at,
        by,
        kind: 'forwarded',
        text,
        citation: modeCitation(rules.pack, 'forward'),
      });
    }
    case 'order.refuse': {
      const ground = rules.pack.refusalGrounds.find(({ id }) => id === command.payload.groundId);
      if (!ground) return refuse('REFUSAL_GROUND_UNKNOWN');
      const citation: Citation = { rule: ground.rule, article: ground.article };
      const refusal = { groundId: ground.id, citation, sentence: ground.sentence, written: command.payload.written };
      return done({ ...fresh, mode: 'refusal', state: 'refused', refusal }, course, {
        at,
        by,
        kind: 'refused',
        text: ground.name,
        citation,
      });
    }
  }
}

function supplement({ order, actor, nowMs }: Decision, text: string): Outcome {
  if (!order) return refuse('ORDER_NOT_FOUND');
  if (order.state === 'closed' || order.state === 'refused') return refuse('ORDER_CLOSED', null, numberOf(order));
  const at = instant(nowMs);
  return done({ ...order, updatedAt: at }, [], { at, by: authorOf(actor), kind: 'supplemented', text, citation: null });
}

function urge({ order, actor, rules, nowMs }: Decision, reason: string): Outcome {
  if (!order) return refuse('ORDER_NOT_FOUND');
  if (order.state === 'closed' || order.state === 'refused')
    return refuse('ORDER_CLOSED', modeCitation(rules.pack, 'urge'), numberOf(order));
  if (order.state !== 'handling')
    return refuse('ORDER_NOT_WITH_UNIT', modeCitation(rules.pack, 'urge'), numberOf(order));
  const at = instant(nowMs);
  return done({ ...order, urges: order.urges + 1, updatedAt: at }, [], {
    at,
    by: authorOf(actor),
    kind: 'urged',
    text: reason,
    citation: modeCitation(rules.pack, 'urge'),
  });
}

function done(order: Order, course: readonly HistoryEntry[], last: HistoryEntry): Outcome {
  return { ok: true, order, history: [...course, last] };
}

function refuse(code: Failure['code'], citation: Citation | null = null, detail: string | null = null): Outcome {
  return { ok: false, failure: failure(code, { article: citation?.article ?? null, detail }) };
}

function attemptEntry(attempt: DirectAttempt, by: Author, rules: Rules): HistoryEntry {
  const unit = rules.unit(attempt.unitId)?.name ?? attempt.unitId;
  return {
    at: attempt.startedAt,
    by,
    kind: 'directAttempt',
    text: `${unit} ${attempt.contactName}：${DIRECT_OUTCOME_NAMES[attempt.outcome]}`,
    citation: modeCitation(rules.pack, 'direct'),
  };
}

function modeCitation(pack: Pack, mode: 'immediate' | 'direct' | 'forward' | 'urge'): Citation | null {
  const rule = pack.modes.find((candidate) => candidate.mode === mode);
  return rule ? { rule: rule.rule, article: rule.article } : null;
}

function authorOf(actor: Actor): Author {
  return { accountId: actor.accountId, jobNumber: actor.jobNumber, name: actor.name };
}

function numberOf(order: Order): string {
  return order.number ?? order.provisionalNumber;
}

/**
 * An official order number: city prefix, year and month in Beijing, then a count without holes.
 * @param count 1-based within the month
 */
export function officialNumber(pack: Pack, nowMs: number, count: number): string {
  const [year = '', month = ''] = beijingDate(nowMs).split('-');
  return `${pack.numberPrefix}${year.slice(2)}${month}-${String(count).padStart(6, '0')}`;
}
