import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../../shared/contract/desk.ts';
import { failure } from '../../../shared/failure.ts';
import { instant } from '../../../shared/instant.ts';
import { clockWarning, headline } from './headline.ts';

const NOW = Date.UTC(2026, 10, 21, 5, 0, 0);

function status(more: Partial<SyncStatus>): SyncStatus {
  return {
    state: 'synced',
    cause: null,
    since: null,
    unsent: 0,
    refused: 0,
    progress: null,
    lastSyncedAt: instant(NOW),
    clockOffset: 0,
    ...more,
  };
}

describe('what the 同步 screen says', () => {
  it('names how long, the true cause and what waits, instead of "出错了"', () => {
    const said = headline(
      status({ state: 'offline', cause: failure('CENTRE_UNREACHABLE'), since: instant(NOW - 12 * 60_000), unsent: 3 }),
      NOW,
    );
    expect(said.title).toBe('离线 12 分钟 · 中心无应答 · 3 件待送');
    expect(said.cause).toBeNull();
    expect(said.meaning).toContain('补录');
  });

  it('tells a lost network from a silent centre', () => {
    const cut = headline(status({ state: 'offline', cause: failure('NO_NETWORK'), since: instant(NOW) }), NOW);
    expect(cut.title).toBe('离线不到 1 分钟 · 本机网络不通');
  });

  it('does not promise that waiting helps where it does not', () => {
    const expired = headline(status({ state: 'offline', cause: failure('SESSION_EXPIRED'), since: instant(NOW) }), NOW);
    expect(expired.cause).toContain('重新输入密码');
    expect(expired.meaning).toContain('重新登录');
    const old = headline(status({ state: 'offline', cause: failure('DESK_TOO_OLD'), since: instant(NOW) }), NOW);
    expect(old.meaning).toContain('升级');
  });

  it('carries the reference number of what nobody foresaw', () => {
    const odd = failure('UNEXPECTED', { reference: 'R-1A2B' });
    expect(headline(status({ state: 'offline', cause: odd }), NOW).reference).toBe('R-1A2B');
  });

  it('shows how far the queue has drained', () => {
    const said = headline(status({ state: 'syncing', unsent: 9, progress: { done: 3, total: 12, what: 'push' } }), NOW);
    expect(said).toMatchObject({ title: '同步中 · 9 件待送', progress: { ratio: 0.25, words: '正在送出 3 / 12' } });
  });

  it('says of a snapshot that it is one', () => {
    const said = headline(
      status({ state: 'syncing', progress: { done: 120_000, total: 200_000, what: 'snapshot' } }),
      NOW,
    );
    expect(said.meaning).toBe('正在收取数据 120,000 / 200,000');
  });

  it('puts refused work first and calms about the rest', () => {
    const said = headline(status({ state: 'attention', refused: 2, unsent: 4 }), NOW);
    expect(said).toMatchObject({ tone: 'attention', title: '2 件需处理', meaning: '其余 4 件照常送出，不受影响。' });
  });

  it('says nothing is wrong when nothing is', () => {
    expect(headline(status({}), NOW)).toMatchObject({ tone: 'good', title: '已同步', cause: null, progress: null });
  });
});

describe('the clock warning', () => {
  it('is silent within two minutes and before the centre was ever asked', () => {
    expect(clockWarning(null)).toBeNull();
    expect(clockWarning(120_000)).toBeNull();
    expect(clockWarning(-120_000)).toBeNull();
  });

  it('says which way and how far', () => {
    expect(clockWarning(121_000)).toContain('比中心慢 2 分钟');
    expect(clockWarning(-3 * 3600_000 - 5 * 60_000)).toContain('比中心快 3 小时 5 分钟');
  });
});
