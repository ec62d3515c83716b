import { z } from 'zod';
import { isOwn } from './address.ts';
import { FROM_WINDOW } from './channel-names.ts';

const shortText = z.string().max(200);
const SCHEMAS = {
  [FROM_WINDOW.requestPort]: z.tuple([]),
  [FROM_WINDOW.incomingCall]: z.tuple([shortText, shortText]),
  [FROM_WINDOW.callEnded]: z.tuple([]),
  [FROM_WINDOW.notify]: z.tuple([shortText, shortText]),
};

/** A message of the window that stood the check. */
export type WindowMessage =
  | { readonly type: 'requestPort' }
  | { readonly type: 'incomingCall'; readonly title: string; readonly body: string }
  | { readonly type: 'notify'; readonly title: string; readonly body: string }
  | { readonly type: 'callEnded' };

/** Who sent it, as Electron knows it. */
export interface Sender {
  /** Address of the frame; null once it has gone. */
  readonly address: string | null;
  readonly isMainFrame: boolean;
}

/** Reads a message from a window; null for a channel, sender or content that is not on the list. */
export function readWindowMessage(channel: string, sender: Sender, args: readonly unknown[]): WindowMessage | null {
  if (sender.address === null || !sender.isMainFrame || !isOwn(sender.address)) return null;
  switch (channel) {
    case FROM_WINDOW.requestPort:
      return SCHEMAS[channel].safeParse(args).success ? { type: 'requestPort' } : null;
    case FROM_WINDOW.callEnded:
      return SCHEMAS[channel].safeParse(args).success ? { type: 'callEnded' } : null;
    case FROM_WINDOW.incomingCall: {
      const { success, data } = SCHEMAS[channel].safeParse(args);
      return success ? { type: 'incomingCall', title: data[0], body: data[1] } : null;
    }
    case FROM_WINDOW.notify: {
      const { success, data } = SCHEMAS[channel].safeParse(args);
      return success ? { type: 'notify', title: data[0], body: data[1] } : null;
    }
    default:
      return null;
  }
}
