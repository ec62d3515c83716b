import type { CommandBody } from '../../shared/domain/command.ts';
import { msOf } from '../../shared/instant.ts';
import { transition } from '../../shared/domain/transition.ts';
import { closed, officeTime, replied, workingDaysToReply, type Dossier } from './course.ts';
import { demoPeople } from './people.ts';
import type { Random } from './random.ts';
import { replyText } from './request.ts';
import type { Matter } from './matter.ts';
import type { Tale } from './telling.ts';
import { demoRules } from './rules.ts';

const HOUR_MS = 3600_000;
const people = demoPeople();

/**
 * What became of an order until now: second calls, the unit's reply, the follow-up. Steps that would lie after `nowMs`
 * have not happened; that is how some orders are open, near due or overdue.
 */
export function afterwards(dossier: Dossier, tale: Tale, matter: Matter, nowMs: number): Dossier {
  const { random } = tale;
  const { order } = dossier;
  if (order.state !== 'handling' || order.unitId === null || order.deadline === null) return dossier;
  const takenMs = msOf(order.createdAt);
  const days = workingDaysToReply(random);
  const replyMs = days === null ? Number.POSITIVE_INFINITY : officeTime(random, takenMs, days);
  const dueMs = msOf(order.deadline.due);
  const waited = secondCalls(random, dossier, { takenMs, dueMs, untilMs: Math.min(replyMs, nowMs) });
  if (replyMs >= nowMs) return waited;
  const nth = random.between(0, 1000);
  const { author, forUnit } = people.replierOf(order.unitId, nth);
  const unitName = demoRules.unit(order.unitId)?.name ?? '';
  const text = `${forUnit ? '' : `${unitName}来电回复（派单员代录）：`}${replyText(tale, matter)}`;
  const answered = replied(waited, replyMs, author, text);
  const closeMs = officeTime(random, replyMs, random.between(1, 5));
  if (closeMs >= nowMs) return answered;
  return closed(
    answered,
    closeMs,
    people.followUpAgent(nth),
    random.pick(order.request.followUp ? FOLLOWED_UP : FILED),
  );
}

const FOLLOWED_UP = [
  '电话回访：诉求人表示满意，办结。',
  '电话回访：问题已解决，评价满意。',
  '电话回访：诉求人认可办理结果，评价比较满意。',
  '电话回访两次无人接听，承办单位答复清楚，办结。',
  '电话回访：诉求人对速度满意，对结果基本满意，办结。',
  '电话回访：诉求人认可答复，评价满意。',
] as const;
const FILED = ['答复内容清楚、依据明确，归档办结。', '诉求人不要求回访，核对答复后办结。'] as const;

interface Wait {
  readonly takenMs: number;
  readonly dueMs: number;
  readonly untilMs: number;
}

/** A caller who waits may call again: to add something in the first days, to press when it grows late. */
function secondCalls(random: Random, dossier: Dossier, { takenMs, dueMs, untilMs }: Wait): Dossier {
  let current = dossier;
  const supplementMs = daytime(takenMs + random.between(3, 60) * HOUR_MS);
  if (random.chance(0.07) && supplementMs > takenMs && supplementMs < untilMs) {
    current = said(current, supplementMs, random, {
      type: 'order.supplement',
      payload: { text: random.pick(SUPPLEMENTS), call: null },
    });
  }
  const halfway = daytime(takenMs + (dueMs - takenMs) * (0.4 + random.next() * 0.5));
  if (random.chance(0.09) && halfway > msOf(current.order.updatedAt) && halfway < untilMs) {
    current = said(current, halfway, random, {
      type: 'order.urge',
      payload: { reason: random.pick(URGES), call: null },
    });
  }
  const late = daytime(dueMs + random.between(2, 30) * HOUR_MS);
  if (late > msOf(current.order.updatedAt) && late < untilMs) {
    current = said(current, late, random, {
      type: 'order.urge',
      payload: { reason: random.pick(LATE_URGES), call: null },
    });
  }
  return current;
}

/** Nobody calls about an open order in the small hours: moved into the day that follows. */
function daytime(ms: number): number {
  const hour = new Date(ms + 8 * HOUR_MS).getUTCHours();
  return hour < 8 ? ms + (9 - hour) * HOUR_MS : ms;
}

function said({ order, history }: Dossier, nowMs: number, random: Random, command: CommandBody): Dossier {
  const actor = people.operatorOnShift(nowMs, random.between(0, 1000));
  const outcome = transition({ order, orderId: order.id, command, actor, rules: demoRules, nowMs });
  if (!outcome.ok || !outcome.order) throw new Error('the demo made a second call that the rules refuse');
  return { order: { ...outcome.order, version: order.version + 1 }, history: [...history, ...outcome.history] };
}

const SUPPLEMENTS = [
  '诉求人补充：当天有照片，可加微信提供。',
  '诉求人补充：同楼还有几户是同样情况。',
  '诉求人更正地点，在原地点往东约五十米。',
  '诉求人补充联系方式，白天上班不便接听，请中午或傍晚联系。',
  '诉求人来电称情况比上次反映时更严重。',
  '诉求人补充：已与对方协商一次，未谈成。',
  '诉求人补充了单据上的日期和金额，与首次来电一致。',
  '诉求人称承办单位已联系过本人，约定明日到现场。',
] as const;

const URGES = [
  '诉求人再次来电询问进展，希望尽快办理。',
  '诉求人称承办单位尚未与其联系，请加快办理。',
  '诉求人表示影响日常生活，要求尽快答复。',
  '诉求人要求告知大致办理时间。',
] as const;

const LATE_URGES = [
  '已超过办理期限，诉求人未收到答复，请立即办理并说明原因。',
  '超期催办：请承办单位今日内联系诉求人。',
  '期限已过，诉求人来电表示不满，请书面说明延误原因。',
] as const;
