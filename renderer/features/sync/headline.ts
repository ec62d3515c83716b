import type { SyncStatus } from '../../../shared/contract/desk.ts';
import { describeFailure, type Failure } from '../../../shared/failure.ts';
import { msOf } from '../../../shared/instant.ts';
import { spoken } from '../../components/times.ts';

export type Tone = 'good' | 'busy' | 'offline' | 'attention';

/** What the top of the 同步 screen says: the state, why, and what it means for the work. */
export interface Headline {
  readonly tone: Tone;
  readonly title: string;
  /** What to do about the cause, where that is not plain from the rest. */
  readonly cause: string | null;
  readonly article: string | null;
  readonly reference: string | null;
  /** What one can and cannot do meanwhile. */
  readonly meaning: string;
  /** 0 to 1 while something is under way. */
  readonly progress: { readonly ratio: number; readonly words: string } | null;
}

const PROGRESS_WORDS: Readonly<Record<NonNullable<SyncStatus['progress']>['what'], string>> = {
  push: '正在送出',
  snapshot: '正在收取数据',
  attachments: '正在送出附件',
};

/** What these ask of the person is said by the meaning already. */
const SPEAKS_FOR_ITSELF: ReadonlySet<Failure['code']> = new Set(['NO_NETWORK', 'CENTRE_UNREACHABLE', 'OVERLOADED']);

/** Causes under which the network is well and the centre declines: waiting does not mend them. */
const MEANINGS: Partial<Record<Failure['code'], string>> = {
  SESSION_EXPIRED: '重新登录后自动继续。登记、查知识照常；看不到其他座席的新进展。',
  SESSION_TAKEN_OVER: '本座席写下的内容会照常送出，署原登记人。看不到其他座席的新进展。',
  NOT_SIGNED_IN: '已写的内容会由本座席照常送出，署原登记人。',
  CERTIFICATE_REJECTED: '为防止信息泄露，已停止连接。登记、查知识照常，内容先存本机。',
  DESK_TOO_OLD: '已写的内容照常送出；收不到其他座席的新进展，升级后恢复。',
  DESK_UNKNOWN: '登记、查知识照常，内容先存本机；联网登录一次后自动送出。',
};

const OFFLINE_MEANING =
  '可以照常登记、查知识、查本机已有的工单，内容先存本机，恢复后自动送出并取得正式编号。看不到其他座席的新进展；来电请用话机接听，再在受理台补录。';

/** @param nowMs by this desk's clock, like `status.since` */
export function headline(status: SyncStatus, nowMs: number): Headline {
  const progress = progressOf(status);
  const text = status.cause ? describeFailure(status.cause) : null;
  const base = {
    cause: text ? `${text.sentence}${text.next}` : null,
    article: text?.article ?? null,
    reference: text?.reference ?? null,
    progress,
  };
  switch (status.state) {
    case 'offline':
      return {
        ...base,
        tone: 'offline',
        title: offlineTitle(status, nowMs),
        // The title names the cause; what is left to say is what to do about it.
        cause: text && status.cause && !SPEAKS_FOR_ITSELF.has(status.cause.code) ? text.next : null,
        meaning: (status.cause && MEANINGS[status.cause.code]) ?? OFFLINE_MEANING,
      };
    case 'attention':
      return {
        ...base,
        tone: 'attention',
        title: `${status.refused} 件需处理`,
        meaning: status.unsent ? `其余 ${status.unsent} 件照常送出，不受影响。` : '其余内容都已送到中心，不受影响。',
      };
    case 'syncing':
      return {
        ...base,
        tone: 'busy',
        title: status.unsent ? `同步中 · ${status.unsent} 件待送` : '同步中',
        meaning: progress?.words ?? '正在与中心核对，可以照常工作。',
      };
    case 'synced':
      return { ...base, tone: 'good', title: '已同步', meaning: '本机写下的都已送到中心，看到的就是最新的。' };
  }
}

/** 离线 12 分钟 · 中心无应答 · 3 件待送 */
function offlineTitle(status: SyncStatus, nowMs: number): string {
  const span = status.since === null ? '' : spoken(nowMs - msOf(status.since));
  // A figure stands apart from the Chinese before it, a word does not.
  const since = /^\d/.test(span) ? ` ${span}` : span;
  const cause = status.cause ? describeFailure(status.cause).sentence.replace(/。$/, '') : null;
  const unsent = status.unsent ? `${status.unsent} 件待送` : null;
  return [`离线${since}`, cause, unsent].filter((part) => part !== null).join(' · ');
}

function progressOf({ progress }: SyncStatus): Headline['progress'] {
  if (!progress || progress.total === 0) return null;
  const { done, total, what } = progress;
  const words = `${PROGRESS_WORDS[what]} ${done.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')}`;
  return { ratio: Math.min(1, done / total), words };
}

/** Beyond this the desk's recorded times mislead whoever reads them later. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;

/**
 * Warns of a desk clock that is more than two minutes off; never blocks, because deadlines go by the centre's clock.
 * @param offset centre's clock less this desk's, ms
 */
export function clockWarning(offset: number | null): string | null {
  if (offset === null || Math.abs(offset) <= CLOCK_TOLERANCE_MS) return null;
  const way = offset > 0 ? '慢' : '快';
  return `本机时钟比中心${way} ${spoken(Math.abs(offset))}。办理时限以中心时钟为准，不受影响；请管理员校准本机时间，以免登记时间失真。`;
}
