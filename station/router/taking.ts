import { orderIdSchema } from '../../shared/domain/ids.ts';
import type { Permission } from '../../shared/domain/people.ts';
import { fail, failure, FailureError } from '../../shared/failure.ts';
import type { Backend, Procedures } from './context.ts';

/** Drafts belong to whoever takes calls or writes orders. */
const WRITING: Permission = 'order.create';

export function draftRoutes(os: Procedures, { sessions, writer, reader }: Backend) {
  return {
    list: os.drafts.list.handler(() => reader.call('drafts', sessions.require().accountId)),
    open: os.drafts.open.handler(({ input }) => writer.call('openDraft', sessions.require(WRITING).accountId, input)),
    save: os.drafts.save.handler(async ({ input }) => ({
      savedAt: await writer.call('saveDraft', sessions.require().accountId, input),
    })),
    discard: os.drafts.discard.handler(async ({ input }) => {
      await writer.call('discardDraft', sessions.require().accountId, input.id);
      return {};
    }),
  };
}

export function commandRoutes(os: Procedures, { sessions, writer, reader }: Backend) {
  return {
    submit: os.commands.submit.handler(async ({ input }) => {
      const actor = sessions.acting();
      const saved = await writer.call('submit', { ...input, actor }).catch((error: unknown) => {
        throw sessions.cutOff && isNotPermitted(error) ? new FailureError(failure('NOT_PERMITTED_OFFLINE')) : error;
      });
      const shown = input.command.type !== 'personal.look';
      // It is saved whatever becomes of the reading: an error now would have it written twice.
      const detail = shown ? await reader.call('order', input.orderId, actor, false).catch(() => null) : null;
      return { ...saved, detail };
    }),
    split: os.commands.split.handler(async ({ input }) => {
      const actor = sessions.acting();
      // What they may not see they can't take apart.
      await reader.call('order', input.from, actor, false);
      return await writer.call('split', { ...input, actor });
    }),
  };
}

function isNotPermitted(error: unknown): boolean {
  return error instanceof FailureError && error.failure.code === 'NOT_PERMITTED';
}

export function attachmentRoutes(os: Procedures, { sessions, writer, reader }: Backend) {
  return {
    add: os.attachments.add.handler(({ input }) => {
      const { draftId, name, mime, base64 } = input;
      const bytes = Buffer.from(base64, 'base64');
      return writer.call('addAttachment', sessions.require(WRITING).accountId, { draftId, name, mime, bytes });
    }),
    read: os.attachments.read.handler(async ({ input }) => {
      const actor = sessions.require();
      const found = await reader.call('attachment', input.id, actor);
      if (!found) return fail('ORDER_NOT_FOUND', { detail: '附件已不在本机' });
      const { name, mime } = found.attachment;
      return { name, mime, base64: Buffer.from(found.bytes).toString('base64') };
    }),
  };
}

export function syncRoutes(os: Procedures, { sessions, writer, reader, sync }: Backend) {
  return {
    status: os.sync.status.handler(() => sync.status),
    outbox: os.sync.outbox.handler(async ({ input }) => {
      sessions.require();
      const items = await reader.call('outbox', input.includeDone, input.limit);
      const sending = sync.sending();
      return items.map((item) => (sending.has(item.commandId) ? { ...item, state: 'sending' as const } : item));
    }),
    now: os.sync.now.handler(() => {
      sync.now();
      return {};
    }),
    settle: os.sync.settle.handler(async ({ input }) => {
      sessions.require();
      await writer.call('settle', input.commandId);
      return {};
    }),
    redraft: os.sync.redraft.handler(async ({ input }) => {
      const draft = await writer.call('redraft', sessions.require(WRITING).accountId, input.commandId);
      return { ...draft, orderId: orderIdSchema.parse(draft.orderId) };
    }),
  };
}
