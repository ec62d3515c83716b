import { subjectIdSchema } from '../../shared/domain/ids.ts';
import type { Request } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { instant } from '../../shared/instant.ts';
import type { DemoCaller } from './callers.ts';
import { categoryOf, spokenAnswer, type Matter } from './matter.ts';
import { mix } from './names.ts';
import { placeOf, type Place } from './places.ts';
import { at, randomFrom, type Random } from './random.ts';
import { again, fill, opening, tell } from './telling.ts';

const MINUTE_MS = 60_000;

/** One call as it comes in. */
export interface Incoming {
  readonly takenMs: number;
  readonly index: number;
  readonly operator: Actor;
  readonly caller: DemoCaller;
  readonly matter: Matter;
  /** 1 for a first call; more for the next rounds of the same trouble. */
  readonly round: number;
  readonly provisionalNumber: string;
}

/** What the later course needs to know of the telling. */
export interface Telling {
  readonly place: Place | null;
  readonly replies: readonly string[];
}

/** Where it is: at the caller's home, or somewhere else, mostly in their own county. */
export function placeFor(random: Random, { matter, caller, round }: Incoming): Place | null {
  if (matter.kind !== 'trouble' || matter.scenario.place === 'none') return null;
  const { place: kind, subject } = matter.scenario;
  if (kind === caller.homeKind) return caller.home;
  // A trouble that comes back is at the same place as the first time, and so is the one home of a caller.
  const fixed = round > 1 || kind === 'home' || random.chance(0.5);
  const where = fixed ? randomFrom(mix(Number(caller.phone.slice(-4)) + subject.length * 7919)) : random;
  return placeOf(where, kind, fixed || random.chance(0.7) ? caller.home.countyId : null);
}

/** What the caller asks, as an operator writes it down. */
export function requestOf(random: Random, incoming: Incoming, place: Place | null): Request {
  const { matter, caller, takenMs } = incoming;
  const scenario = matter.kind === 'trouble' ? matter.scenario : null;
  const category = categoryOf(matter);
  const anonymous = random.chance(category === 'report' ? 0.4 : category === 'praise' ? 0 : 0.035);
  const subject = subjectOf(matter);
  const needsReply = category !== 'praise' && matter.kind !== 'refusal';
  return {
    category,
    subjectId: subject === null ? null : subjectIdSchema.parse(subject),
    content: contentOf(random, incoming, place),
    wish: scenario ? fill(random, random.pick(scenario.wish), place) : '',
    place: place?.text ?? '',
    occurredAt: scenario && random.chance(0.4) ? instant(takenMs - random.between(1, 72 * 60) * MINUTE_MS) : null,
    accused: { unit: scenario?.accused ? fill(random, random.pick(scenario.accused), place) : '', person: '' },
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

const QUESTION_FRAMES = ['咨询：{q}', '咨询{q}', '想问一下，{q}', '来电咨询：{q}', '询问{q}', '{q}'] as const;
const QUESTION_CIRCUMSTANCES = [
  '',
  '',
  '',
  '本人人在外地，',
  '替家里老人问，',
  '之前在网上查过没看明白，',
  '到窗口去过一次，材料没带齐，',
  '着急办理，',
  '子女代为咨询，',
  '第一次办理，',
] as const;

function contentOf(random: Random, { matter, operator, round }: Incoming, place: Place | null): string {
  const begin = opening(random, Number(operator.jobNumber));
  switch (matter.kind) {
    case 'question': {
      const question = random.pick(QUESTION_FRAMES).replace('{q}', () => random.pick(matter.article.asked));
      return `${random.pick(QUESTION_CIRCUMSTANCES)}${question}${/[？?]$/u.test(question) ? '' : '？'}`;
    }
    case 'trouble':
      return `${begin}${tell(random, matter.scenario.story, place)}${round > 1 ? again(random) : ''}`;
    case 'refusal':
      return `${begin}${tell(random, matter.refusal.story, place)}`;
  }
}

const FAREWELLS = [
  '',
  '',
  '诉求人表示清楚。',
  '已告知咨询电话和办理地点。',
  '诉求人表示感谢。',
  '已建议先通过“豫事办”预约。',
  '已提醒以窗口告知为准。',
] as const;

export function answerText(random: Random, matter: Matter, place: Place | null): string {
  if (matter.kind === 'question') return `${spokenAnswer(matter.article)}${random.pick(FAREWELLS)}`;
  return matter.kind === 'trouble' ? fill(random, random.pick(matter.scenario.answers), place) : '';
}

export function questionReplies(matter: Matter, { name }: DemoCaller): readonly string[] {
  if (matter.kind !== 'question') return [];
  const answer = spokenAnswer(matter.article);
  return [
    `已与${name}电话联系，逐项说明：${answer}`,
    `经办人已回电解答：${answer}诉求人表示明白。`,
    `已联系诉求人并核对其个人情况，答复如下：${answer}`,
  ];
}

/** What the unit replies. */
export function replyText(random: Random, { replies, place }: Telling): string {
  return fill(random, replies.length > 0 ? random.pick(replies) : at(FALLBACK_REPLIES, 0), place);
}

const FALLBACK_REPLIES = ['已与诉求人联系并说明情况。'] as const;
