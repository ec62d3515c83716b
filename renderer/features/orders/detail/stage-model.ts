import { isToBeAsked } from '../../../../shared/domain/acts/asking.ts';
import { needsInspection, needsLeader, thisTurn } from '../../../../shared/domain/acts/course.ts';
import { isRunning, isWithUnit, type HistoryEntry, type Order } from '../../../../shared/domain/order.ts';
import { RATING_NAMES, type FollowUp } from '../../../../shared/domain/life.ts';
import type { Author } from '../../../../shared/domain/people.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { citationOf } from '../../../../shared/policy/citation.ts';
import { limitName } from '../../../../shared/policy/limit.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import type { StageId, StageState } from './stage.ts';
import { STAGE_TEXT } from './stage-text.ts';

export interface Stage {
  readonly id: StageId;
  readonly state: StageState;
  readonly at: Instant | null;
  readonly by: Author | null;
  /** What came of it or is being waited for, in a few words. */
  readonly said: string;
  /** The limit that counts for it, in words; null where the text sets none. */
  readonly limit: string | null;
  readonly due: Instant | null;
  readonly article: string | null;
}

interface Known {
  readonly order: Order;
  readonly history: readonly HistoryEntry[];
  readonly pack: Pack | null;
}

/** Where the order stands on its way from 受理 to 评价, with who, when, limit and article of each stage. */
export function stagesOf(known: Known): readonly Stage[] {
  return [
    accept(known),
    dispatch(known),
    handle(known),
    reply(known),
    supervise(known),
    close(known),
    followUp(known),
    rate(known),
  ];
}

type Part = Partial<Omit<Stage, 'id'>> & Pick<Stage, 'state'>;

function stage(id: StageId, part: Part): Stage {
  return { id, at: null, by: null, said: '', limit: null, due: null, article: null, ...part };
}

function articleOf({ pack }: Known, act: string): string | null {
  return pack ? (citationOf(pack, act)?.article ?? null) : null;
}

function last({ history }: Known, ...kinds: readonly HistoryEntry['kind'][]): Pick<HistoryEntry, 'at' | 'by'> | null {
  const entry = history.findLast(({ kind }) => kinds.includes(kind));
  return entry ? { at: entry.at, by: entry.by } : null;
}

/** Answered on the line, or not taken at all: the order never left the centre. */
function neverLeft({ mode }: Order): boolean {
  return mode === 'immediate' || mode === 'direct' || mode === 'refusal';
}

function accept(known: Known): Stage {
  const { order } = known;
  return stage('accept', {
    state: 'done',
    at: order.createdAt,
    by: order.createdBy,
    said: order.refusal ? STAGE_TEXT.refused : STAGE_TEXT.accepted,
    article: order.refusal ? order.refusal.citation.article : articleOf(known, 'accept'),
  });
}

function dispatch(known: Known): Stage {
  const { order, pack } = known;
  if (neverLeft(order)) return stage('dispatch', { state: 'none', said: STAGE_TEXT.onTheLine });
  const article = articleOf(known, 'dispatch');
  const sameDay = pack?.dispatch?.sameDay ? STAGE_TEXT.sameDay : null;
  if (order.state === 'accepted')
    return stage('dispatch', { state: 'current', said: STAGE_TEXT.waitsForDispatch, limit: sameDay, article });
  if (order.life.dispatchedAt === null) return stage('dispatch', { state: 'none', article });
  return stage('dispatch', {
    state: 'done',
    ...last(known, 'dispatched', 'forwarded', 'instructed', 'redone'),
    at: order.life.dispatchedAt,
    said: STAGE_TEXT.dispatched,
    limit: sameDay,
    article,
  });
}

function handle(known: Known): Stage {
  const { order } = known;
  const { deadline, life } = order;
  if (neverLeft(order)) return stage('handle', { state: 'none', said: STAGE_TEXT.onTheLine });
  const limit = deadline
    ? { limit: limitName(deadline.limit), due: deadline.due, article: deadline.statutory ?? deadline.article }
    : {};
  const inHand = isWithUnit(order.state) || order.state === 'leaderReview' || order.state === 'submitted';
  if (inHand)
    return stage('handle', {
      state: 'current',
      at: life.signed?.at ?? null,
      by: life.signed?.by ?? null,
      said: STAGE_TEXT.inHand[
        order.state === 'dispatched'
          ? 'unsigned'
          : order.state === 'handling'
            ? 'signed'
            : order.state === 'submitted'
              ? 'submitted'
              : 'leaderReview'
      ],
      ...limit,
    });
  if (order.state === 'accepted' || !life.result)
    return stage('handle', { state: order.closedAt ? 'none' : 'todo', ...limit });
  return stage('handle', {
    state: 'done',
    at: life.result.at,
    by: life.result.by,
    said: STAGE_TEXT.reported,
    ...limit,
  });
}

function reply(known: Known): Stage {
  const { order, pack } = known;
  const article = articleOf(known, 'replyCaller');
  if (order.answer)
    return stage('reply', {
      state: 'done',
      at: order.createdAt,
      by: order.createdBy,
      said: STAGE_TEXT.onTheLine,
      article: articleOf(known, order.mode),
    });
  const told = thisTurn(order).replies.findLast(({ reached }) => reached) ?? null;
  if (order.state === 'inspecting')
    return stage('reply', { state: 'current', said: STAGE_TEXT.inspecting, article: articleOf(known, 'inspect') });
  if (told) return stage('reply', { state: 'done', at: told.at, by: told.by, said: STAGE_TEXT.told, article });
  const passed = order.life.inspections.findLast(({ facts, nature, handled }) => facts && nature && handled);
  const out =
    order.state === 'replied' || order.state === 'closed' || order.state === 'archived' || order.state === 'reviewing';
  if (out && passed)
    return stage('reply', { state: 'done', at: passed.at, by: passed.by, said: STAGE_TEXT.passed, article });
  if (order.state === 'replied') return stage('reply', { state: 'current', said: STAGE_TEXT.notTold, article });
  if (order.closedAt) return stage('reply', { state: 'none', article });
  const steps = pack
    ? [needsLeader(pack, order) && STAGE_TEXT.leaderFirst, needsInspection(pack, order) && STAGE_TEXT.checkFirst]
    : [];
  return stage('reply', { state: 'todo', said: steps.filter(Boolean).join('、'), article });
}

function supervise(known: Known): Stage {
  const { order } = known;
  const latest = order.life.supervisions.at(-1);
  const article = articleOf(known, latest ? 'supervise' : 'urge');
  if (latest)
    return stage('supervise', {
      state: latest.answer || order.closedAt ? 'done' : 'current',
      at: latest.answer?.at ?? latest.at,
      by: latest.answer?.by ?? latest.by,
      said: latest.answer ? STAGE_TEXT.supervisionAnswered : STAGE_TEXT.supervised,
      article,
    });
  if (order.urges > 0)
    return stage('supervise', { state: 'done', ...last(known, 'urged'), said: STAGE_TEXT.urged(order.urges), article });
  return stage('supervise', { state: 'none', said: STAGE_TEXT.noSupervision, article });
}

function close(known: Known): Stage {
  const { order, pack } = known;
  const article = articleOf(known, 'close') ?? pack?.followUp?.article ?? null;
  if (order.life.archived)
    return stage('close', { state: 'done', ...order.life.archived, said: STAGE_TEXT.archived, article });
  if (order.closedAt)
    return stage('close', {
      state: 'done',
      at: order.closedAt,
      by:
        last(known, 'closed', 'followedUp', 'reviewDecided', 'refused', 'merged', 'transferred')?.by ?? order.createdBy,
      said: STAGE_TEXT.closed,
      article,
    });
  const rated = lastRating(order);
  const heard = rated === null ? !isToBeAsked(order, pack) : !waitsForRedo(order, rated);
  const waits = order.state === 'replied' && heard;
  return stage('close', { state: waits ? 'current' : 'todo', article });
}

/** Founded dissatisfaction: the order is not to be closed but done again. T15, H12. */
function waitsForRedo(order: Order, rated: FollowUp): boolean {
  return order.state === 'replied' && rated.reasonable === true;
}

function lastRating(order: Order): FollowUp | null {
  return thisTurn(order).followUps.findLast(({ rating }) => rating !== null) ?? null;
}

function followUp(known: Known): Stage {
  const { order, pack } = known;
  const { followUps } = thisTurn(order);
  const article = articleOf(known, 'followUp');
  const within = pack?.followUp?.withinWd ?? null;
  const limit = within === null ? null : STAGE_TEXT.withinDays(within);
  const reached = followUps.findLast((one) => one.reached);
  if (reached)
    return stage('followUp', {
      state: 'done',
      at: reached.at,
      by: reached.by,
      said: STAGE_TEXT.reached,
      limit,
      article,
    });
  // Where the text knows no follow-up, or the order was not drawn into the sample, nobody is to be asked.
  const mayBe = isRunning(order.state) && (pack === null || pack.followUp !== null);
  const asked = followUps.length > 0 || mayBe || isToBeAsked(order, pack);
  if (neverLeft(order) || order.state === 'archived' || !asked) return stage('followUp', { state: 'none', article });
  const tried = followUps.at(-1);
  const waits = order.state === 'replied' || order.state === 'closed';
  return stage('followUp', {
    state: waits ? 'current' : 'todo',
    at: tried?.at ?? null,
    by: tried?.by ?? null,
    said: tried ? STAGE_TEXT.unreached(followUps.length) : waits ? STAGE_TEXT.toCall : '',
    limit,
    article,
  });
}

function rate(known: Known): Stage {
  const { order } = known;
  const article = articleOf(known, 'rate');
  if (order.state === 'reviewing')
    return stage('rate', { state: 'current', said: STAGE_TEXT.reviewing, article: articleOf(known, 'decideReview') });
  const rated = lastRating(order);
  if (rated?.rating && waitsForRedo(order, rated)) {
    const said = STAGE_TEXT.toRedo(RATING_NAMES[rated.rating]);
    return stage('rate', { state: 'current', at: rated.at, by: rated.by, said, article });
  }
  if (rated?.rating)
    return stage('rate', { state: 'done', at: rated.at, by: rated.by, said: RATING_NAMES[rated.rating], article });
  return stage('rate', { state: order.closedAt ? 'none' : 'todo', article });
}
