import type { DeskState } from '../../shared/hall/desk-state.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';

/** How the desks at which people are signed in stand with the centre. Lives with the streams: desks tell again at each link. */
export interface DeskStates {
  report(account: AccountId, report: Omit<DeskState, 'here' | 'since'>): void;
  /** The account's last stream has ended, or there is one again. */
  presence(account: AccountId, here: boolean): void;
  /** Null: not heard of since the service started. */
  of(account: AccountId): DeskState | null;
  all(): ReadonlyMap<AccountId, DeskState>;
}

/** @param changed something a supervisor sees is different */
export function createDeskStates(nowMs: () => number, changed: () => void): DeskStates {
  const states = new Map<AccountId, DeskState>();

  function put(account: AccountId, part: Partial<DeskState>): void {
    const before = states.get(account) ?? { ...NOTHING, here: true, since: instant(nowMs()) };
    states.set(account, { ...before, ...part });
    changed();
  }

  return {
    report: (account, report) => put(account, report),
    presence(account, here) {
      // Whoever is away keeps what their desk said last: that is what is still to come.
      if (states.get(account)?.here !== here) put(account, { here, since: instant(nowMs()) });
    },
    of: (account) => states.get(account) ?? null,
    all: () => states,
  };
}

const NOTHING: Omit<DeskState, 'here' | 'since'> = { drafts: 0, unsent: 0, unsentSince: null };
