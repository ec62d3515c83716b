import { implement } from '@orpc/server';
import type { RequestHeadersPluginContext } from '@orpc/server/plugins';
import { central } from '../../shared/contract/central.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import type { DraftParcel } from '../../shared/domain/draft-handover.ts';
import type { AccountId, DraftId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';

/** 草稿移交 of a small centre: what a test puts in comes to the desks, and what they do with it stands here. */
export interface DraftDesk {
  asked: { id: string; draftId: DraftId; from: AccountId }[];
  /** Handovers the centre refuses. */
  refuses: ReadonlySet<string>;
  readonly given: Map<string, Draft | null>;
  parcels: DraftParcel[];
  /** Handovers that have gone to somebody else meanwhile. */
  elsewhere: ReadonlySet<string>;
  readonly taken: string[];
}

const none = (): never => fail('NOT_PERMITTED');
const os = implement(central).$context<RequestHeadersPluginContext>();

export function newDraftDesk(): DraftDesk {
  return { asked: [], refuses: new Set(), given: new Map(), parcels: [], elsewhere: new Set(), taken: [] };
}

/** The centre's side of the contract over it. */
export function draftRoutes(desk: DraftDesk) {
  return {
    list: os.draftHandover.list.handler(none),
    order: os.draftHandover.order.handler(none),
    redirect: os.draftHandover.redirect.handler(none),
    cancel: os.draftHandover.cancel.handler(none),
    asked: os.draftHandover.asked.handler(() => desk.asked.filter(({ id }) => !desk.given.has(id))),
    give: os.draftHandover.give.handler(({ input }) => {
      if (desk.refuses.has(input.id)) return { kept: false };
      desk.given.set(input.id, input.draft);
      return { kept: input.draft !== null };
    }),
    claim: os.draftHandover.claim.handler(() => desk.parcels.filter(({ id }) => !desk.taken.includes(id))),
    taken: os.draftHandover.taken.handler(({ input }) => {
      const elsewhere = input.ids.filter((id) => desk.elsewhere.has(id));
      desk.taken.push(...input.ids);
      const to = desk.parcels.find(({ id }) => input.ids.includes(id))?.to ?? none();
      return { to, elsewhere };
    }),
  };
}
