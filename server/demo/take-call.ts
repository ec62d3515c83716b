import type { ArticleRef } from '../../shared/domain/article.ts';
import type { CallRef, DirectAttempt } from '../../shared/domain/call.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import { articleIdSchema, callIdSchema, orderIdSchema, unitIdSchema, uuidV7 } from '../../shared/domain/ids.ts';
import type { Channel } from '../../shared/domain/channel.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { transition } from '../../shared/domain/transition.ts';
import { beijingDate, beijingMinute, instant } from '../../shared/instant.ts';
import { isWorkingDay } from '../../shared/policy/calendar.ts';
import type { ArticleRow } from './articles/table.ts';
import type { Dossier } from './life/walk.ts';
import { articlesOn, type Matter } from './matter.ts';
import { contactAt } from './people.ts';
import type { Random } from './random.ts';
import { answerText, placeFor, requestOf, type Incoming } from './request.ts';
import { unitFor, type DemoRules } from './rules.ts';
import { newTale, type Tale } from './telling.ts';

const SECOND_MS = 1000;

/** Takes a call and ends it one of the ways there are, through the same `transition` as a real one. */
export function takeCall(known: DemoRules, random: Random, incoming: Incoming): Taken {
  const { matter, takenMs, operator } = incoming;
  const tale = newTale(random, known.city, placeFor(random, known.city, incoming), beijingMinute(takenMs));
  const unitId = unitFor(known, random, matter, tale.place);
  const outcome = transition({
    order: null,
    orderId: orderIdSchema.parse(uuidV7(takenMs, random.bytes(10))),
    command: commandFor(known, tale, incoming, unitId),
    actor: operator,
    rules: known.rules,
    nowMs: takenMs,
  });
  if (!outcome.ok) throw new Error(`the demo made a call that the rules refuse: ${outcome.failure.code}`);
  if (!outcome.order) throw new Error('taking a call made no order');
  return { order: outcome.order, history: outcome.history, tale, unitId };
}

/** A call that was taken, and whom its order goes to, should it wait for the dispatcher. */
interface Taken extends Dossier {
  readonly tale: Tale;
  readonly unitId: string | null;
}

function commandFor(known: DemoRules, tale: Tale, incoming: Incoming, unitId: string | null): CommandBody {
  const { matter, takenMs, caller, index, provisionalNumber, channel } = incoming;
  const { random } = tale;
  const unit = unitId === null ? null : known.unit(unitId);
  const request = requestOf(tale, incoming, unit);
  const called = CALLED.has(channel);
  // Nobody waits on the line for what came in writing.
  // Where a grievance never goes to the unit it is about, somebody has to find another. J5.
  const barred = known.rules.pack.secrecy?.recusal === true && request.accused.unitId !== null;
  const way =
    called && !barred && !incoming.accepted ? wayOf(random, matter, unitId) : unitId === null ? 'immediate' : 'accept';
  const attempts = way === 'direct' ? attemptsAt(random, unit, takenMs) : [];
  const articlesRead = articlesFor(random, matter);
  const taken = {
    request,
    call: called ? callOf(random, caller.phone, takenMs, index) : null,
    articlesRead,
    directAttempts: attempts,
    provisionalNumber,
  };
  if (matter.kind === 'refusal') {
    const written = random.chance(0.08);
    return {
      type: 'order.refuse',
      payload: { ...taken, groundId: groundOf(known, random, matter.refusal.groundId), written },
    };
  }
  if (attempts.some(({ outcome }) => outcome === 'answered')) {
    return {
      type: 'order.answerDirectly',
      payload: { ...taken, answer: { text: answerText(tale, matter), articles: [] } },
    };
  }
  if (way === 'immediate' || unitId === null) {
    const articles = matter.kind === 'question' ? articlesRead.slice(0, 1) : [];
    return {
      type: 'order.answerImmediately',
      payload: { ...taken, answer: { text: answerText(tale, matter), articles } },
    };
  }
  if (way === 'accept') return { type: 'order.accept', payload: { ...taken, note: random.pick(ACCEPT_NOTES) } };
  const note = attempts.length > 0 ? '三方通话未接通，转为工单' : random.pick(FORWARD_NOTES);
  return { type: 'order.forward', payload: { ...taken, unitId: unitIdSchema.parse(unitId), note } };
}

const FORWARD_NOTES = ['', '', '', '', '请先与诉求人联系', '请现场核查', '诉求人要求回电', '请核实后答复'] as const;

const ACCEPT_NOTES = ['', '', '承办单位请派单员核定', '涉及职责交叉，请核定承办单位'] as const;

/** Where somebody speaks: the others come in writing. */
const CALLED: ReadonlySet<Channel> = new Set(['hotline']);

/** The share of what goes to a unit whose unit the operator leaves to the dispatcher. */
const LEFT_TO_DISPATCHER = 0.22;

/** The tables' ground where the city knows it, otherwise one of its own. */
function groundOf({ rules }: DemoRules, random: Random, groundId: string): string {
  const grounds = rules.pack.refusalGrounds;
  return grounds.find(({ id }) => id === groundId)?.id ?? random.pick(grounds).id;
}

type Way = 'immediate' | 'direct' | 'forward' | 'accept';

function wayOf(random: Random, matter: Matter, unitId: string | null): Way {
  if (unitId === null) return 'immediate';
  const [immediate, direct] = matter.kind === 'trouble' ? matter.scenario.ways : [0.88, 0.06, 0.06];
  const drawn = random.next();
  if (drawn < immediate) return 'immediate';
  if (drawn < immediate + direct) return 'direct';
  return random.chance(LEFT_TO_DISPATCHER) ? 'accept' : 'forward';
}

/** The article a question is answered from, first; now and then one looked up on a trouble. */
function articlesFor(random: Random, matter: Matter): ArticleRef[] {
  if (matter.kind === 'refusal') return [];
  const found = articlesOn(matter.kind === 'question' ? matter.subject : matter.scenario.subject);
  const looked = found.length > 0 && random.chance(0.22) ? [random.pick(found)] : [];
  const own = matter.kind === 'question' && random.chance(0.93) ? [matter.question.article] : [];
  return [...new Set([...own, ...looked])].map(refOf);
}

function refOf({ key, title }: ArticleRow): ArticleRef {
  return { articleId: articleIdSchema.parse(`k-${key}`), version: 1, title };
}

function callOf(random: Random, number: string, takenMs: number, index: number): CallRef {
  const endedMs = takenMs - random.between(4, 55) * SECOND_MS;
  const startedMs = endedMs - random.between(70, 420) * SECOND_MS;
  if (random.chance(0.012)) {
    const reason = random.pick(MANUAL_REASONS);
    return { source: 'manual', number, startedAt: instant(startedMs), endedAt: instant(endedMs), reason };
  }
  return {
    source: 'exchange',
    callId: callIdSchema.parse(`past-${index}`),
    number,
    startedAt: instant(startedMs),
    answeredAt: instant(startedMs + random.between(3, 17) * SECOND_MS),
    endedAt: instant(endedMs),
  };
}

const MANUAL_REASONS = ['断网期间接听，恢复后补录', '系统升级期间接听，手工补录', '备用话机接听，手工补录'] as const;

/** How long a unit in the demo lets it ring. */
const RINGS_MS = 8000;

/** One or two tries to reach the unit on the line; by night, where nobody answers for it, none. */
function attemptsAt(random: Random, unit: Unit | null, takenMs: number): DirectAttempt[] {
  const contact = unit ? contactAt(unit, takenMs) : null;
  if (!unit || !contact) return [];
  const office = isWorkingDay(beijingDate(takenMs)) && beijingMinute(takenMs) >= 510 && beijingMinute(takenMs) < 1080;
  const outcome = random.chance(office ? 0.76 : 0.5) ? 'answered' : random.pick(FAILED);
  const startedMs = takenMs - random.between(130, 240) * SECOND_MS;
  const lasted = outcome === 'answered' ? random.between(40, 110) : random.between(12, 45);
  return [
    {
      unitId: unit.id,
      contactName: contact.name,
      phone: contact.phone,
      startedAt: instant(startedMs),
      answeredAt: outcome === 'answered' ? instant(startedMs + RINGS_MS) : null,
      endedAt: instant(startedMs + lasted * SECOND_MS),
      outcome,
    },
  ];
}

const FAILED = ['noAnswer', 'noAnswer', 'noAnswer', 'busy', 'busy', 'declined', 'notSolved'] as const;
