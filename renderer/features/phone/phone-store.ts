import { create } from 'zustand';
import type { HeldLine } from './invite.ts';
import type { PhoneState } from './phone.ts';
import type { Quality } from './quality.ts';

/** This window's phone as the screen shows it. */
interface PhoneView {
  /** `elsewhere`: another window of this desk has it. */
  readonly state: PhoneState | 'elsewhere';
  readonly lines: readonly HeldLine[];
  /** How the running call is heard; null while there is none or nothing is known. */
  readonly quality: Quality | null;
  /** Where incoming calls sound; null: the system's default. */
  readonly ringDevice: string | null;
  /** Answers what rings at this page; false where nothing does: then the exchange is to be asked. */
  readonly answer: (callId: string | null) => boolean;
  readonly hangUp: () => void;
  readonly takeHere: () => void;
}

export const usePhone = create<PhoneView>(() => ({
  state: 'off',
  lines: [],
  quality: null,
  ringDevice: null,
  answer: () => false,
  hangUp: () => undefined,
  takeHere: () => undefined,
}));
