import { describe, expect, it } from 'vitest';
import { createWebNotices, type NoticePage } from './web-notices.ts';

/** A browser window as notices see it: shown ones are kept, and can be clicked. */
function page(given: { readonly focused?: boolean; readonly permission?: 'default' | 'granted' | 'denied' } = {}) {
  const { focused = false, permission = 'granted' } = given;
  const shown: { title: string; body: string; open: boolean; click: () => void }[] = [];
  const seen = { focused: 0, asked: 0 };
  class Notification {
    static readonly permission = permission;
    static requestPermission(): Promise<unknown> {
      seen.asked += 1;
      return Promise.resolve();
    }
    readonly #kept: (typeof shown)[number];
    constructor(title: string, { body }: { readonly body: string }) {
      this.#kept = { title, body, open: true, click: () => undefined };
      shown.push(this.#kept);
    }
    addEventListener(_type: 'click', listener: () => void): void {
      this.#kept.click = listener;
    }
    close(): void {
      this.#kept.open = false;
    }
  }
  const window: NoticePage = {
    focus: () => (seen.focused += 1),
    document: { hasFocus: () => focused },
    Notification,
  };
  return { notices: createWebNotices(window), shown, seen };
}

describe('the notice of an incoming call', () => {
  it('answers the call when it is clicked, and brings the window forward', () => {
    const { notices, shown, seen } = page();
    let answered = 0;
    const stop = notices.onAnswer(() => (answered += 1));
    notices.incomingCall('12345 来电', '138****5521 正在呼入');
    expect(shown).toMatchObject([{ title: '12345 来电', body: '138****5521 正在呼入，点击接听', open: true }]);
    const before = seen.focused;
    shown[0]?.click();
    expect([answered, seen.focused]).toEqual([1, before + 1]);
    stop();
    shown[0]?.click();
    expect(answered).toBe(1);
  });

  it('goes with the call, and with the next one', () => {
    const { notices, shown } = page();
    notices.incomingCall('12345 来电', '一');
    notices.incomingCall('12345 来电', '二');
    expect(shown.map(({ open }) => open)).toEqual([false, true]);
    notices.callEnded();
    expect(shown.map(({ open }) => open)).toEqual([false, false]);
  });
});

describe('notices of the system', () => {
  it('are for a window that nobody looks at, where the person has allowed them', () => {
    for (const given of [page({ focused: true }), page({ permission: 'denied' }), page({ permission: 'default' })]) {
      given.notices.incomingCall('12345 来电', '一');
      given.notices.notify('通知', '工单超期');
      expect(given.shown).toEqual([]);
    }
    const { notices, shown, seen } = page();
    notices.notify('通知', '工单超期');
    shown[0]?.click();
    expect([shown.length, seen.focused]).toEqual([1, 1]);
  });

  it('are asked for once, and not again of whoever has decided', () => {
    const [open, denied] = [page({ permission: 'default' }), page({ permission: 'denied' })];
    open.notices.allowNotices();
    denied.notices.allowNotices();
    expect([open.seen.asked, denied.seen.asked]).toEqual([1, 0]);
  });

  it('are none in a browser without any', () => {
    const notices = createWebNotices({ focus: () => undefined, document: { hasFocus: () => false } });
    expect(() => {
      notices.allowNotices();
      notices.incomingCall('12345 来电', '一');
      notices.notify('通知', '工单超期');
      notices.callEnded();
    }).not.toThrow();
  });
});
