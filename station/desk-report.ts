import type { Draft } from '../shared/domain/draft.ts';
import { MOST_TOLD } from '../shared/domain/draft-handover.ts';
import type { DeskReport } from '../shared/hall/desk-state.ts';
import type { AccountId } from '../shared/domain/ids.ts';
import { instant, type Instant } from '../shared/instant.ts';

export interface DeskReportOptions {
  /** Who is signed in and heard by the centre, with their session; null: nobody. */
  readonly online: () => { readonly accountId: AccountId; readonly token: string } | null;
  readonly unsent: () => Promise<number>;
  readonly drafts: (account: AccountId) => Promise<readonly Pick<Draft, 'id' | 'provisionalNumber' | 'openedAt'>[]>;
  readonly send: (report: DeskReport) => Promise<unknown>;
  readonly nowMs: () => number;
}

/** Changes that follow each other are told together, ms. */
const GATHER_MS = 1000;

/**
 * Tells the centre what is left open and unsent here, for 班长台. Nothing depends on it: what could not be told is told at
 * the next change or link.
 */
export function tellOfDesk(options: DeskReportOptions): { look(): void; stop(): void } {
  let told = '';
  let unsentSince: Instant | null = null;
  let timer: NodeJS.Timeout | null = null;
  let telling = Promise.resolve();

  async function tell(): Promise<void> {
    const person = options.online();
    const unsent = await options.unsent();
    unsentSince = unsent === 0 ? null : (unsentSince ?? instant(options.nowMs()));
    if (!person) {
      told = '';
      return;
    }
    const open = await options.drafts(person.accountId);
    const openDrafts = open
      .slice(0, MOST_TOLD)
      .map(({ id, provisionalNumber, openedAt }) => ({ id, number: provisionalNumber, openedAt }));
    const report = { drafts: open.length, openDrafts, unsent, unsentSince };
    const said = JSON.stringify([person.token, report]);
    if (said === told) return;
    await options.send(report);
    told = said;
  }

  return {
    look() {
      timer ??= setTimeout(() => {
        timer = null;
        // One after the other: of two at once the older answer would pass for what the centre knows.
        telling = telling.then(tell).catch(() => {
          told = '';
        });
      }, GATHER_MS);
    },
    stop() {
      if (timer) clearTimeout(timer);
    },
  };
}
