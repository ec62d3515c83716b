import { beijingDate } from '../instant.ts';
import { citationOf } from '../policy/citation.ts';
import type { Pack } from '../policy/pack.ts';
import { decideAct, isAct, type ActCommand } from './acts/decide.ts';
import { limitOf } from './acts/limits.ts';
import { standsAgainst } from './acts/standing.ts';
import { denied, lineOf } from './acts/step.ts';
import { LINES } from './acts/text.ts';
import { unitName, unitObjection } from './acts/units.ts';
import { DIRECT_OUTCOME_NAMES, type DirectAttempt } from './call.ts';
import type { CommandBody } from './command.ts';
import { EMPTY_LIFE } from './life.ts';
import type { Citation, HistoryEntry, Order } from './order.ts';
import { done, numberOf, refuse, stampOf, type Decision, type Outcome, type Rules } from './outcome.ts';
import { requestOfPart } from './part.ts';
import { may, type Author } from './people.ts';

type TakeCommand = Extract<
  CommandBody,
  { type: 'order.answerImmediately' | 'order.answerDirectly' | 'order.accept' | 'order.forward' | 'order.refuse' }
>;
type SplitCommand = Extract<CommandBody, { type: 'order.split' }>;

/**
 * Decides a command, without any effect: the same code on the desk (for the overlay) and at the centre (for good).
 * Numbers are not given here: the centre takes them when it commits.
 */
export function transition(decision: Decision): Outcome {
  const { command, actor } = decision;
  if (command.type === 'personal.look') return look(decision);
  if (isAct(command)) return act(decision, command);
  if (command.type === 'order.split') return split(decision, command.payload);
  return may(actor, 'order.create') ? take(decision, command) : refuse('NOT_PERMITTED');
}

function act(decision: Decision, command: ActCommand): Outcome {
  const { order } = decision;
  return order ? decideAct({ ...decision, order }, command) : refuse('ORDER_NOT_FOUND');
}

function look({ actor }: Decision): Outcome {
  if (!may(actor, 'personal.reveal')) return refuse('NOT_PERMITTED');
  // Looks go to the audit log, not to the order's own course: its version must not move because someone read it.
  return { ok: true, order: null, history: [] };
}

type Taken = Pick<TakeCommand['payload'], 'request' | 'call' | 'articlesRead' | 'directAttempts' | 'provisionalNumber'>;

/** An order as it is before it is said how the call ended. */
function freshOrder(decision: Decision, payload: Taken): Order {
  const { at, by } = stampOf(decision);
  return {
    id: decision.orderId,
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
    life: EMPTY_LIFE,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    closedAt: at,
  };
}

function take(decision: Decision, command: TakeCommand): Outcome {
  const { order, rules, nowMs } = decision;
  if (order) return refuse('ORDER_EXISTS');
  const { payload } = command;
  if (payload.request.subjectId && !rules.subject(payload.request.subjectId)) return refuse('SUBJECT_NOT_FOUND');
  const { at, by } = stampOf(decision);
  const fresh = freshOrder(decision, payload);
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
    case 'order.accept':
      return done({ ...fresh, mode: 'accept', state: 'accepted', closedAt: null }, course, {
        at,
        by,
        kind: 'accepted',
        text: command.payload.note,
        citation: citationOf(rules.pack, 'accept'),
      });
    case 'order.forward': {
      const { request, unitId, note } = command.payload;
      const cited = modeCitation(rules.pack, 'forward');
      const objection = unitObjection(rules, request, unitId);
      if (objection) return denied({ cited }, objection);
      const handled = { request, mode: 'forward', complexity: EMPTY_LIFE.complexity, units: 1 } as const;
      const deadline = limitOf(rules, handled, { receivedMs: nowMs, unitMs: nowMs });
      const text = lineOf(LINES.forwardedTo(unitName(rules, unitId)), note);
      const life = { ...EMPTY_LIFE, dispatchedAt: at, firstDeadline: deadline };
      return done({ ...fresh, mode: 'forward', state: 'dispatched', unitId, deadline, life, closedAt: null }, course, {
        at,
        by,
        kind: 'forwarded',
        text,
        citation: cited,
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

/** 拆单: the new order waits for the dispatcher like any other; the old one goes on. */
function split(decision: Decision, payload: SplitCommand['payload']): Outcome {
  const { order, rules, actor, nowMs } = decision;
  if (order) return refuse('ORDER_EXISTS');
  const { subjectId } = payload.request;
  if (subjectId && !rules.subject(subjectId)) return refuse('SUBJECT_NOT_FOUND');
  const parent = rules.related(payload.from);
  if (!parent) return refuse('ORDER_NOT_FOUND');
  const objection = standsAgainst('order.split', parent, actor, rules, nowMs);
  if (objection) return { ok: false, failure: objection };
  const { at, by } = stampOf(decision);
  // The caller is the parent's, whatever the decider was shown of them; a part of what is secret is secret, and whoever
  // has to keep away from the whole keeps away from the part. J5.
  const request = requestOfPart(parent.request, payload.request);
  const { recused } = parent.life;
  const taken = { ...payload, request, call: parent.call, articlesRead: [], directAttempts: [] };
  const fresh = freshOrder(decision, taken);
  const life = { ...EMPTY_LIFE, splitFrom: parent.id, recused };
  return done({ ...fresh, mode: 'accept', state: 'accepted', life, closedAt: null }, [], {
    at,
    by,
    kind: 'split',
    text: lineOf(LINES.splitFrom(numberOf(parent)), payload.note),
    citation: citationOf(rules.pack, 'split'),
  });
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

/**
 * An official order number: city prefix, year and month in Beijing, then a count without holes.
 * @param count 1-based within the month
 */
export function officialNumber(pack: Pack, nowMs: number, count: number): string {
  const [year = '', month = ''] = beijingDate(nowMs).split('-');
  return `${pack.numberPrefix}${year.slice(2)}${month}-${String(count).padStart(6, '0')}`;
}
