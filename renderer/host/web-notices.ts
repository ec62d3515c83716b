import type { Host } from './host-types.ts';

/** What of the browser window notices need. */
export interface NoticePage {
  readonly focus: () => void;
  readonly document: { hasFocus(): boolean };
  /** The browser's own notices; absent where it has none. */
  readonly Notification?: SystemNotices;
}

interface SystemNotices {
  readonly permission: 'default' | 'granted' | 'denied';
  requestPermission(): Promise<unknown>;
  new (title: string, options: { readonly body: string; readonly requireInteraction?: boolean }): SystemNotice;
}

interface SystemNotice {
  addEventListener(type: 'click', listener: () => void): void;
  close(): void;
}

type Notices = Pick<Host, 'incomingCall' | 'callEnded' | 'allowNotices' | 'notify' | 'onAnswer'>;

/** Notices of the system, for a window that nobody looks at; a click on a call's notice answers it. */
export function createWebNotices(page: NoticePage): Notices {
  /** Who answers when the notice of an incoming call is clicked. */
  const answering = new Set<() => void>();
  let ringing: SystemNotice | null = null;

  function show(title: string, options: { readonly body: string; readonly requireInteraction?: boolean }) {
    const { Notification: Notice } = page;
    if (Notice?.permission !== 'granted' || page.document.hasFocus()) return null;
    return new Notice(title, options);
  }

  function callEnded(): void {
    ringing?.close();
    ringing = null;
  }

  return {
    incomingCall(title, body) {
      page.focus();
      callEnded();
      ringing = show(title, { body: `${body}，点击接听`, requireInteraction: true });
      ringing?.addEventListener('click', () => {
        page.focus();
        for (const listener of answering) listener();
      });
    },
    callEnded,
    allowNotices() {
      if (page.Notification?.permission === 'default') void page.Notification.requestPermission();
    },
    notify(title, body) {
      show(title, { body })?.addEventListener('click', () => page.focus());
    },
    onAnswer(listener) {
      answering.add(listener);
      return () => answering.delete(listener);
    },
  };
}
