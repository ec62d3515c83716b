import type { Rating } from '../../../shared/domain/life.ts';
import { officeTime } from './pace.ts';
import * as texts from './texts.ts';
import type { Walk } from './walk.ts';

/** How often an order goes round before somebody closes it all the same. */
const MOST_REDOS = 2;
const ARCHIVED = 0.985;

/** The caller is asked, and what they say decides: closed, done again, or looked at by others. T14, T15, H12, Z10. */
export function answered(walk: Walk): boolean {
  const { random, order } = walk;
  const closed = !order.request.followUp && close(walk, 'lawfulReply', random.pick(texts.CLOSE_NOTES));
  if (closed || walk.over) return closed;
  return ask(walk, drawRating(walk)) && settle(walk);
}

/** What the last answer leads to. */
function settle(walk: Walk): boolean {
  const { order } = walk;
  if (order.state !== 'replied') return true;
  const said = order.life.followUps.at(-1);
  if (!said) return false;
  if (!said.reached) return close(walk, 'unreachable', '') || !walk.over;
  if (said.rating === 'dissatisfied' && said.reasonable === true) return again(walk);
  return close(walk, 'satisfied', '') || close(walk, 'lawfulReply', '') || false;
}

/** Back to the unit, or to whoever reviews its work. */
function again(walk: Walk): boolean {
  const { random, order, people, nth } = walk;
  if (order.unitId === null || order.life.redos.length >= MOST_REDOS) return false;
  const by = people.staff('followUpAgent', nth);
  const atMs = officeTime(random, walk.clockMs, 0);
  const toReview =
    random.chance(0.45) &&
    walk.tryTo({
      by,
      atMs,
      command: {
        type: 'order.askReview',
        payload: { level: 1, reason: random.pick(texts.REVIEW_REASONS), call: null },
      },
    });
  if (toReview || walk.over) return toReview;
  const payload = { source: 'followUp', unitId: order.unitId, reason: random.pick(texts.REDO_REASONS) } as const;
  return walk.tryTo({ by, atMs, command: { type: 'order.redo', payload } });
}

interface Answer {
  readonly rating: Rating | null;
  readonly reasonable: boolean | null;
  readonly note: string;
}

function drawRating({ random, order }: Walk): Answer {
  const drawn = random.next();
  const { good, neutral, poor, unreasonable, unreached } = texts.FOLLOWED_UP;
  const tried = order.life.followUps.some(({ reached }) => !reached);
  if (drawn < (tried ? 0.5 : 0.14)) return { rating: null, reasonable: null, note: random.pick(unreached) };
  if (drawn < 0.64) return { rating: 'satisfied', reasonable: null, note: random.pick(good) };
  if (drawn < 0.84) return { rating: 'mostlySatisfied', reasonable: null, note: random.pick(good) };
  if (drawn < 0.91) return { rating: 'neutral', reasonable: false, note: random.pick(neutral) };
  if (drawn < 0.975) return { rating: 'dissatisfied', reasonable: true, note: random.pick(poor) };
  return { rating: 'dissatisfied', reasonable: false, note: random.pick(unreasonable) };
}

function ask(walk: Walk, { rating, reasonable, note }: Answer): boolean {
  const { random, people, nth } = walk;
  return walk.tryTo({
    by: people.staff('followUpAgent', nth),
    atMs: officeTime(random, walk.clockMs, random.between(1, 4)),
    command: {
      type: 'order.followUp',
      payload: { reached: rating !== null, rating, reasonable, note, call: null },
    },
  });
}

function close(walk: Walk, reason: 'satisfied' | 'lawfulReply' | 'unreachable', note: string): boolean {
  return walk.tryTo({
    by: walk.people.staff('followUpAgent', walk.nth),
    atMs: officeTime(walk.random, walk.clockMs, 0),
    command: { type: 'order.close', payload: { reason, note } },
  });
}

/** 复查 confirms what was done, or sends it back. H12. */
export function reviewed(walk: Walk): boolean {
  const { random, people } = walk;
  const proper = random.chance(0.5);
  return walk.take({
    by: people.staff('reviewer', walk.nth),
    atMs: officeTime(random, walk.clockMs, random.between(2, 5)),
    command: {
      type: 'order.decideReview',
      payload: { proper, text: random.pick(proper ? texts.REVIEW_PROPER : texts.REVIEW_IMPROPER) },
    },
  });
}

/** Followed up after closing where the text has it so (Z10), then put away. T14, Z12. */
export function afterClosing(walk: Walk): boolean {
  const { random, people, order, known } = walk;
  const { followUp } = known.rules.pack;
  const owed = followUp !== null && followUp.withinWd !== null && order.request.followUp;
  if (owed && order.life.followUps.length === 0) {
    return ask(walk, { rating: 'satisfied', reasonable: null, note: random.pick(texts.FOLLOWED_UP.good) });
  }
  if (!random.chance(ARCHIVED)) return false;
  return walk.tryTo({
    by: people.staff('followUpAgent', walk.nth),
    atMs: officeTime(random, walk.clockMs, random.between(0, 2)),
    command: { type: 'order.archive', payload: {} },
  });
}
