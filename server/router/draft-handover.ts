import { requireDesk } from '../access/desks.ts';
import {
  cancelDraftHandover,
  claimDraftsFor,
  draftsAsked,
  draftsLeft,
  draftsTaken,
  orderDraftHandover,
  redirectDraft,
  takeInDraft,
} from '../hall/drafts.ts';
import type { Service } from '../service.ts';
import { deskCredential, requirePermission, requireSession } from './context.ts';
import type { Procedures } from './procedures.ts';

/** 草稿移交: what supervisors say, and what the desks between which a draft goes say and ask by themselves. */
export function draftHandoverRoutes(os: Procedures, service: Service) {
  return {
    list: os.draftHandover.list.handler(async ({ context }) => {
      await requirePermission(service, context, 'hall.control');
      return draftsLeft(service);
    }),
    order: os.draftHandover.order.handler(async ({ input, context }) => {
      await orderDraftHandover(service, await requirePermission(service, context, 'hall.control'), input);
      return {};
    }),
    redirect: os.draftHandover.redirect.handler(async ({ input, context }) => {
      const session = await requirePermission(service, context, 'hall.control');
      await redirectDraft(service, session, input.id, input.to);
      return {};
    }),
    cancel: os.draftHandover.cancel.handler(async ({ input, context }) => {
      await cancelDraftHandover(service, await requirePermission(service, context, 'hall.control'), input.id);
      return {};
    }),
    asked: os.draftHandover.asked.handler(async ({ context }) =>
      draftsAsked(service, await requireDesk(service, deskCredential(context))),
    ),
    give: os.draftHandover.give.handler(async ({ input, context }) =>
      takeInDraft(service, await requireDesk(service, deskCredential(context)), input.id, input.draft),
    ),
    claim: os.draftHandover.claim.handler(async ({ context }) =>
      claimDraftsFor(service, await requireSession(service, context)),
    ),
    taken: os.draftHandover.taken.handler(async ({ input, context }) => {
      const session = await requireSession(service, context);
      return { to: session.actor.accountId, elsewhere: await draftsTaken(service, session, input.ids) };
    }),
  };
}
