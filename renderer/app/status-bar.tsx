import { DisconnectOutlined, LinkOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { describeFailure, failure } from '../../shared/failure.ts';
import { msOf } from '../../shared/instant.ts';
import type { SyncStatus } from '../../shared/contract/desk.ts';
import { clockTime, exactTime, spoken } from '../components/times.ts';
import { useNow } from '../data/clock.ts';
import { failureOf } from '../data/failure-of.ts';
import { useLive } from '../data/live.ts';
import { useDesk } from '../data/use-desk.ts';
import { linkOf, shouldSignInOnline } from '../features/session/link.ts';
import { TEXT } from '../features/session/text.ts';
import { KeyHint, useChord, useKey, useTip } from '../keys/keys.ts';
import { useNavigation } from './navigation.ts';
import { useSaved } from './saved.ts';

/**
 * The lowest line. While the centre is away it is the one calm bar that says so: in the same place and of the same
 * height, because nothing may move under the hands of someone typing.
 */
export function StatusBar({ onSignInAgain }: { onSignInAgain: () => void }): ReactNode {
  const { sync, session, stationUp, stationCause } = useLive();
  const desk = useDesk();
  const retry = (): void => {
    desk.sync.now().catch((error: unknown) => useLive.getState().notify(failureOf(error)));
  };
  useKey('syncNow', retry);
  if (!stationUp) {
    const { sentence, next } = describeFailure(stationCause ?? failure('STATION_DOWN'));
    return (
      <footer className="status-bar status-bar-warn">
        <LoadingOutlined aria-hidden />
        <output>
          <strong>{sentence}</strong>
        </output>
        <span className="ellipsis">{next}</span>
      </footer>
    );
  }
  if (shouldSignInOnline(session, sync)) {
    return (
      <footer className="status-bar status-bar-info">
        <LinkOutlined aria-hidden />
        <output>
          <strong>网络已恢复</strong>
        </output>
        <span>当前为离线登录，再次输入密码即可联网</span>
        <Button size="small" type="link" onClick={onSignInAgain}>
          {TEXT.againOnline}
        </Button>
        <Quiet sync={sync} />
      </footer>
    );
  }
  if (sync && linkOf(sync) === 'down') return <OfflineBar sync={sync} onRetry={retry} />;
  return (
    <footer className="status-bar">
      <Quiet sync={sync} />
    </footer>
  );
}

function OfflineBar({ sync, onRetry }: { sync: SyncStatus; onRetry: () => void }): ReactNode {
  const now = useNow();
  const retryTip = useTip('syncNow', '立即重试');
  const since = sync.since ? msOf(sync.since) : null;
  const cause = sync.cause ? describeFailure(sync.cause) : null;
  return (
    <footer className="status-bar status-bar-warn" aria-label="离线">
      <DisconnectOutlined aria-hidden />
      <strong className="num" title={since === null ? undefined : `自 ${exactTime(since)}`}>
        离线{since !== null && ` ${spoken(now - since)}`}
      </strong>
      {cause && <output className="ellipsis">{`· ${cause.sentence.replace(/。$/, '')}`}</output>}
      <span className="num status-fixed">· {sync.unsent} 件待送</span>
      {cause && <span className="ellipsis status-next">· {cause.next.replace(/。$/, '')}</span>}
      <span className="key-host">
        <Button size="small" type="link" title={retryTip} onClick={onRetry}>
          立即重试
        </Button>
        <KeyHint action="syncNow" />
      </span>
      <Saved />
    </footer>
  );
}

function Saved(): ReactNode {
  const savedAt = useSaved((saved) => saved.at);
  return savedAt === null ? null : (
    <span className="num status-fixed" title={exactTime(msOf(savedAt))}>
      已存本机 {exactTime(msOf(savedAt)).slice(11)}
    </span>
  );
}

function Quiet({ sync }: { sync: SyncStatus | null }): ReactNode {
  const { facts, centre } = useLive();
  const go = useNavigation((navigation) => navigation.go);
  const list = useChord('keyList');
  return (
    <>
      <Saved />
      <button type="button" className="status-link num" onClick={() => go('sync')}>
        待送 {sync?.unsent ?? 0}
      </button>
      {sync?.lastSyncedAt && (
        <span className="num" title={exactTime(msOf(sync.lastSyncedAt))}>
          最近同步 {clockTime(msOf(sync.lastSyncedAt))}
        </span>
      )}
      {sync?.progress && <span className="num">{progressText(sync.progress)}</span>}
      <span className="status-space" />
      {centre?.demo && <span className="status-demo">演示数据，不得用于真实受理</span>}
      {facts && <span className="num status-desk">{`${facts.name} · v${facts.version}`}</span>}
      <span className="faint status-keys">按住 Alt 看快捷键 · {list} 一览</span>
    </>
  );
}

const PROGRESS_NAMES = { push: '正在送出', snapshot: '正在收取数据', attachments: '正在送出附件' } as const;

function progressText({ what, done, total }: NonNullable<SyncStatus['progress']>): string {
  return `${PROGRESS_NAMES[what]} ${done} / ${total}`;
}
