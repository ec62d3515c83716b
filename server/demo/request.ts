import { subjectIdSchema } from '../../shared/domain/ids.ts';
import type { Channel } from '../../shared/domain/channel.ts';
import type { Request } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { instant } from '../../shared/instant.ts';
import type { DemoCaller } from './callers.ts';
import { inWordsOf, type DemoCity } from './city.ts';
import { categoryOf, type Matter } from './matter.ts';
import { mix } from './names.ts';
import { placeOf, type Place } from './places.ts';
import { questionAnswer, questionReplies, questionText } from './question.ts';
import { randomFrom, type Random } from './random.ts';
import type { Scenario } from './scenarios/table.ts';
import { again, oneOf, opening, tell, type Tale } from './telling.ts';

const MINUTE_MS = 60_000;

/** One call as it comes in. */
export interface Incoming {
  readonly takenMs: number;
  readonly index: number;
  readonly operator: Actor;
  readonly caller: DemoCaller;
  readonly matter: Matter;
  /** 0 for a matter of its own; 1, 2, ... for the rounds of a trouble that comes back. */
  readonly round: number;
  readonly provisionalNumber: string;
  readonly channel: Channel;
  /** The operator leaves the unit to the dispatcher, whatever else they might do. */
  readonly accepted: boolean;
}

/** Where it is: at the caller's home, or somewhere else, mostly in their own county. */
export function placeFor(random: Random, city: DemoCity, { matter, caller, round }: Incoming): Place | null {
  if (matter.kind !== 'trouble' || matter.scenario.place === 'none') return null;
  const { place: kind, subject } = matter.scenario;
  if (kind === caller.homeKind) return caller.home;
  // A trouble that comes back is at the same place as the first time, and so is the one home of a caller.
  const fixed = round > 0 || kind === 'home' || random.chance(0.5);
  const where = fixed ? randomFrom(mix(Number(caller.phone.slice(-4)) + subject.length * 7919)) : random;
  return placeOf(where, city, kind, fixed || random.chance(0.7) ? caller.home.countyId : null);
}

/** What the caller asks, as an operator writes it down. @param unitId who would handle it */
export function requestOf(tale: Tale, incoming: Incoming, unit: Pick<Unit, 'id' | 'name'> | null): Request {
  const { random, place } = tale;
  const { matter, caller, takenMs } = incoming;
  const scenario = matter.kind === 'trouble' ? matter.scenario : null;
  const category = categoryOf(matter);
  const anonymous = random.chance(category === 'report' ? 0.4 : category === 'praise' ? 0 : 0.035);
  const subject = subjectOf(matter);
  const needsReply = category !== 'praise' && matter.kind !== 'refusal';
  return {
    channel: incoming.channel,
    category,
    subjectId: subject === null ? null : subjectIdSchema.parse(subject),
    content: contentOf(tale, incoming),
    wish: scenario ? oneOf(tale, scenario.wish) : '',
    place: place?.text ?? '',
    occurredAt: scenario && random.chance(0.4) ? instant(takenMs - random.between(1, 72 * 60) * MINUTE_MS) : null,
    accused: accusedOf(tale, scenario, unit),
    urgent: scenario ? random.chance(scenario.urgent ?? 0.015) : false,
    identity: anonymous ? 'anonymous' : 'named',
    sensitivity: scenario && random.chance(scenario.secret ?? 0.004) ? 'secret' : 'normal',
    caller: {
      name: anonymous ? '' : caller.name,
      phone: caller.phone,
      address: !anonymous && scenario && random.chance(0.45) ? caller.home.text : '',
    },
    replyBy: needsReply ? random.pick(REPLY_BY) : 'none',
    followUp: needsReply && random.chance(0.86),
    attachments: [],
  };
}

/** Now and then it is the unit itself that is complained of. J5. */
function accusedOf(tale: Tale, scenario: Scenario | null, unit: Pick<Unit, 'id' | 'name'> | null): Request['accused'] {
  if (scenario?.category === 'complaint' && unit && tale.random.chance(ACCUSED_UNIT)) {
    return { unit: unit.name, person: '', unitId: unit.id };
  }
  return { unit: scenario?.accused ? oneOf(tale, scenario.accused) : '', person: '', unitId: null };
}

const ACCUSED_UNIT = 0.03;

const REPLY_BY = ['phone', 'phone', 'phone', 'phone', 'phone', 'phone', 'sms', 'sms', 'written'] as const;

function subjectOf(matter: Matter): string | null {
  switch (matter.kind) {
    case 'question':
      return matter.subject;
    case 'trouble':
      return matter.scenario.subject;
    case 'refusal':
      return matter.refusal.subject;
  }
}

function contentOf(tale: Tale, { matter, operator, caller, round }: Incoming): string {
  const { random } = tale;
  switch (matter.kind) {
    case 'question':
      return inWordsOf(tale.city, questionText(random, matter.question));
    case 'trouble': {
      // A trouble that comes back is told from the same beginning each time.
      const begin = round === 0 ? null : mix(Number(caller.phone.slice(-4)));
      const told = tell(tale, matter.scenario.story, begin);
      return `${opening(random, Number(operator.jobNumber))}${told}${round > 1 ? again(random, round) : ''}`;
    }
    case 'refusal':
      return `${opening(random, Number(operator.jobNumber))}${tell(tale, matter.refusal.story, null)}`;
  }
}

/** What is said at once, from the desk or by the unit on the line. */
export function answerText(tale: Tale, matter: Matter): string {
  switch (matter.kind) {
    case 'question':
      return inWordsOf(tale.city, questionAnswer(tale.random, matter.question));
    case 'trouble':
      return oneOf(tale, matter.scenario.answers);
    case 'refusal':
      return '';
  }
}

/** What the unit replies later. */
export function replyText(tale: Tale, matter: Matter): string {
  switch (matter.kind) {
    case 'question':
      return inWordsOf(tale.city, tale.random.pick(questionReplies(matter.question)));
    case 'trouble':
      return oneOf(tale, matter.scenario.replies);
    case 'refusal':
      return '';
  }
}
