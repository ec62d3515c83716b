import { describeFailure } from '../../failure.ts';
import { instant, msOf } from '../../instant.ts';
import { citationOf } from '../../policy/citation.ts';
import { dueOf } from '../../policy/deadline.ts';
import { limitModeSchema } from '../../policy/values.ts';
import { thisTurn, unitsHandling } from '../acts/course.ts';
import { hasEntered } from '../acts/procedure.ts';
import { isAct } from '../acts/decide.ts';
import { extensionToSign, instructionToSign, resultToSign, verifySeal } from '../acts/seal.ts';
import { standsAgainst } from '../acts/standing.ts';
import { ACTS } from '../acts/table.ts';
import type { CommandBody } from '../command.ts';
import { limitQueryOf } from '../limit-query.ts';
import { isEnded, isWithUnit, orderSchema, type Order } from '../order.ts';
import type { Outcome, Rules } from '../outcome.ts';
import { CAST, UNITS, type Part } from './cast.ts';
import { recordFor } from '../visibility.ts';

/** What is impossible about an order as it stands; empty for one that may be. */
export function impossibleIn(order: Order, rules: Rules): string[] {
  const { state, unitId, life, closedAt, deadline } = order;
  const reviews = life.reviews.filter(({ decision }) => decision === null);
  const granted = thisTurn(order).extensions.filter(({ decision }) => decision?.agreed).length;
  const wishes = [...life.returns, ...life.extensions].filter(({ decision }) => decision === null);
  const atUnit = isWithUnit(state) || state === 'leaderReview' || state === 'inspecting';
  return named({
    'not an order any more': !orderSchema.safeParse(order).success,
    'with a unit, and none is named': atUnit && (unitId === null || life.dispatchedAt === null),
    'waits for the dispatcher, and a unit has it': state === 'accepted' && (unitId !== null || deadline !== null),
    'an end without a time, or a time without an end': isEnded(state) !== (closedAt !== null),
    'archived without a stamp, or a stamp without an archive': (state === 'archived') !== (life.archived !== null),
    'a limit the pack does not give, or one that is missing': atUnit && !limitFits(order, rules),
    'a limit that the caller was never given': deadline !== null && life.firstDeadline === null,
    'two returns wait': life.returns.filter(({ decision }) => decision === null).length > 1,
    'two extensions wait': life.extensions.filter(({ decision }) => decision === null).length > 1,
    'a wish waits where nobody may decide it': wishes.length > 0 && !isWithUnit(state),
    'under review without a review': state === 'reviewing' && life.reviews.at(-1)?.decision !== null,
    'reviews wait for each other': reviews.length > 1 && state === 'reviewing',
    'more extensions than the text allows': granted > (rules.pack.extensions?.max ?? 0),
    'signed for by nobody, yet in hand':
      state === 'handling' &&
      life.signed === null &&
      order.mode !== 'instructed' &&
      life.redos.length === 0 &&
      life.submission === null,
    'merged into nothing': state === 'merged' && life.mergedInto === null,
    'transferred nowhere': state === 'transferred' && life.transfer === null,
    'a report to read, and none is there': (state === 'leaderReview' || state === 'inspecting') && life.result === null,
    'nothing to instruct on':
      state === 'submitted' && (life.submission === null || life.submission.instruction !== null),
    'a turn that begins after its end': turnIsWrong(order),
    'judged by the unit complained of': isWithUnit(state) && judgesItself(order, rules),
    'a broken seal': !sealsHold(order),
    'the accused can read who complained': tells(order),
  });
}

/** What is impossible about a step that stood. */
export function impossibleStep(
  before: Order,
  part: Part,
  command: CommandBody,
  outcome: Outcome,
  rules: Rules,
  nowMs: number,
): string[] {
  if (!outcome.ok || !outcome.order || !isAct(command)) return [];
  const after = outcome.order;
  const actor = CAST[part];
  const last = outcome.history.at(-1);
  return named({
    'done against what stands against it': standsAgainst(command.type, before, actor, rules, nowMs) !== null,
    'done by somebody recused': before.life.recused.some(({ accountId }) => accountId === actor.accountId),
    'who it is has changed': identityOf(before) !== identityOf(after),
    'something recorded is gone': recordsOf(after).some((length, index) => length < (recordsOf(before)[index] ?? 0)),
    'the limit first given has changed':
      before.life.firstDeadline !== null && before.life.firstDeadline !== after.life.firstDeadline,
    'no line in its course': last === undefined || last.at !== instant(nowMs) || last.by.accountId !== actor.accountId,
    'a line without its article': last?.citation === null && citationOf(rules.pack, ACTS[command.type].cites) !== null,
    'unchanged time of change': msOf(after.updatedAt) !== nowMs,
  });
}

/** What is wrong about a refusal. */
export function wrongRefusal(command: CommandBody, outcome: Outcome, rules: Rules): string[] {
  if (outcome.ok || !isAct(command)) return [];
  const { sentence, next, article } = describeFailure(outcome.failure);
  const known = citationOf(rules.pack, ACTS[command.type].cites) !== null && outcome.failure.code !== 'RECUSED';
  return named({
    'refused without a sentence': sentence === '' || next === '',
    'refused without its article': known && article === null,
    'refused for a reason nobody foresaw':
      outcome.failure.code === 'UNEXPECTED' || outcome.failure.code === 'COMMAND_TYPE_UNKNOWN',
  });
}

function named(flaws: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(flaws).flatMap(([flaw, there]) => (there ? [flaw] : []));
}

function limitFits({ deadline, mode, request, life }: Order, { pack, calendar }: Rules): boolean {
  if (deadline?.from === 'extended' || deadline?.limit === 'statutory') return true;
  if (deadline === null && life.filing && hasEntered({ life })) return true;
  const handled = limitModeSchema.safeParse(mode).data;
  if (!handled) return false;
  const units = unitsHandling(life);
  const { complexity, filing } = life;
  const answer = dueOf(pack, limitQueryOf(request, { mode: handled, complexity, units, filing, startMs: 0 }), calendar);
  return answer.deadline?.rule === deadline?.rule && answer.deadline?.limit === deadline?.limit;
}

function turnIsWrong({ life }: Order): boolean {
  const { earlier } = life;
  return (
    earlier.extensions > life.extensions.length ||
    earlier.replies > life.replies.length ||
    earlier.followUps > life.followUps.length ||
    earlier.progress > life.progress.length ||
    earlier.reviews > life.reviews.length
  );
}

function judgesItself({ request, unitId, life }: Order, { pack }: Rules): boolean {
  const grievance = request.category === 'complaint' || request.category === 'report';
  // A correction may name the unit that already has it.
  const corrected = life.corrections.some(({ field }) => field === 'accusedUnit');
  return pack.secrecy?.recusal === true && grievance && !corrected && unitId === request.accused.unitId;
}

function sealsHold({ id, life }: Order): boolean {
  const { result, submission, extensions } = life;
  const report =
    !result?.review?.signature || verifySeal(resultToSign(id, result, result.review), result.review.signature);
  const word =
    !submission?.instruction ||
    verifySeal(instructionToSign(id, submission, submission.instruction), submission.instruction.signature);
  return (
    report &&
    word &&
    extensions.every((wish) => !wish.signature || verifySeal(extensionToSign(id, wish), wish.signature))
  );
}

/** The roads' people look, where it is the roads that are complained of. */
function tells(order: Order): boolean {
  if (order.request.accused.unitId !== UNITS.roads) return false;
  const view = recordFor({ order, history: [] }, CAST.roadsHandler);
  const { name, phone } = order.request.caller;
  const told = view ? JSON.stringify(view) : '';
  return told.includes(name) || told.includes(phone);
}

function identityOf({ id, number, provisionalNumber, version, createdAt, createdBy }: Order): string {
  return JSON.stringify([id, number, provisionalNumber, version, createdAt, createdBy]);
}

function recordsOf({ life, urges }: Order): number[] {
  const { returns, extensions, replies, inspections, supervisions, meetings } = life;
  const { contacts, followUps, redos, reviews, recused, liability, corrections } = life;
  const lists = [returns, extensions, replies, inspections, supervisions, meetings, followUps, redos, reviews, recused];
  return [...lists, contacts, liability, corrections].map(({ length }) => length).concat(urges);
}
