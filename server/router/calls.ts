import { listPurges } from '../../db/central/recordings.ts';
import { ANNOUNCEMENTS } from '../../shared/domain/calls/announcements.ts';
import { may, type Permission } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { blocksFor, decideBlock, liftBlock, proposeBlock } from '../calls/blocks.ts';
import { callDetail, callsOfOrder, figuresOf, listCalls, revealNumber } from '../calls/list.ts';
import { claimMissed, dropMissed, linkAttempt, listMissed, numberToRing, releaseMissed } from '../calls/missed.ts';
import { callSettings, changeCallSettings, setAgentSkills } from '../calls/settings.ts';
import { openRecording, readRecording, recordingLooks } from '../recordings/library.ts';
import type { Vault } from '../recordings/vault.ts';
import type { Service } from '../service.ts';
import type { Hall } from '../telephony/hall.ts';
import type { TelephonyPort } from '../telephony/port.ts';
import { requirePermission, requireSession, type CallContext } from './context.ts';
import type { Procedures } from './procedures.ts';

/** Rounds of the deleting job that are shown. */
const PURGES = 30;

/** What of the exchange is needed here. */
export interface CallParts {
  readonly hall: () => Hall;
  readonly port: () => TelephonyPort;
  readonly vault: Vault;
}

/** Calls as the centre keeps them. What each may see is decided where it is read; here only whose business it is at all. */
export function callRoutes(os: Procedures, service: Service, { hall, port, vault }: CallParts) {
  /** Any one of these will do. */
  async function oneOf(context: CallContext, ...permissions: readonly Permission[]): Promise<LiveSession> {
    const session = await requireSession(service, context);
    if (!permissions.some((permission) => may(session.actor, permission))) fail('NOT_PERMITTED');
    return session;
  }
  const reader = (context: CallContext): Promise<LiveSession> =>
    oneOf(context, 'call.take', 'hall.view', 'order.inspect');
  const taker = (context: CallContext): Promise<LiveSession> => requirePermission(service, context, 'call.take');
  const leader = (context: CallContext): Promise<LiveSession> => requirePermission(service, context, 'hall.control');
  const keeper = (context: CallContext): Promise<LiveSession> => oneOf(context, 'hall.control', 'settings.manage');

  return {
    list: os.calls.list.handler(async ({ input, context }) => listCalls(service, await reader(context), input)),
    figures: os.calls.figures.handler(async ({ input, context }) =>
      figuresOf(service, await reader(context), input.from, input.to),
    ),
    get: os.calls.get.handler(async ({ input, context }) => callDetail(service, await reader(context), input.callId)),
    ofOrder: os.calls.ofOrder.handler(async ({ input, context }) =>
      callsOfOrder(service, await requirePermission(service, context, 'order.view'), input.orderId),
    ),
    reveal: os.calls.reveal.handler(async ({ input, context }) => ({
      number: await revealNumber(service, await reader(context), input.callId),
    })),

    missed: os.calls.missed.handler(async ({ context }) => {
      const { actor } = await oneOf(context, 'call.take', 'hall.view');
      return listMissed(service, actor);
    }),
    claim: os.calls.claim.handler(async ({ input, context }) => {
      await claimMissed(service, await taker(context), input.id);
      return {};
    }),
    release: os.calls.release.handler(async ({ input, context }) => {
      await releaseMissed(service, await oneOf(context, 'call.take', 'hall.control'), input.id);
      return {};
    }),
    callBack: os.calls.callBack.handler(async ({ input, context }) => {
      const session = await taker(context);
      const { accountId } = session.actor;
      const number = await numberToRing(service, session, input.id);
      const view = await hall().command(accountId, { type: 'dial', number, label: '漏接回拨' });
      if (view.call?.direction === 'outbound') await linkAttempt(service, session, input.id, view.call.callId);
      return view;
    }),
    drop: os.calls.drop.handler(async ({ input, context }) => {
      await dropMissed(service, await oneOf(context, 'call.take', 'hall.control'), input.id, input.note);
      return {};
    }),

    blocks: os.calls.blocks.handler(async ({ context }) => {
      const { actor } = await oneOf(context, 'call.take', 'hall.control');
      return blocksFor(service, actor);
    }),
    proposeBlock: os.calls.proposeBlock.handler(async ({ input, context }) => {
      await proposeBlock(service, await oneOf(context, 'call.take', 'hall.control'), input);
      return {};
    }),
    decideBlock: os.calls.decideBlock.handler(async ({ input, context }) => {
      await decideBlock(service, await leader(context), input);
      return {};
    }),
    liftBlock: os.calls.liftBlock.handler(async ({ input, context }) => {
      await liftBlock(service, await leader(context), input.id, input.note);
      return {};
    }),

    openRecording: os.calls.openRecording.handler(async ({ input, context }) =>
      openRecording(service, vault, await reader(context), input),
    ),
    readRecording: os.calls.readRecording.handler(async ({ input, context }) =>
      readRecording(service, vault, await reader(context), input),
    ),
    looks: os.calls.looks.handler(async ({ input, context }) =>
      recordingLooks(service, await reader(context), input.recordingId),
    ),
    purges: os.calls.purges.handler(async ({ context }) => {
      await keeper(context);
      return listPurges(service.db, PURGES);
    }),

    settings: os.calls.settings.handler(async ({ context }) => {
      await keeper(context);
      return callSettings(service);
    }),
    announcements: os.calls.announcements.handler(async ({ context }) => {
      await keeper(context);
      const missing = await port().missingAnnouncements(ANNOUNCEMENTS.map(({ name }) => name));
      return { missing: missing === null ? null : [...missing] };
    }),
    setSettings: os.calls.setSettings.handler(async ({ input, context }) =>
      changeCallSettings(service, await keeper(context), input),
    ),
    setSkills: os.calls.setSkills.handler(async ({ input, context }) => {
      await setAgentSkills(service, await keeper(context), input.accountId, input.skills);
      return {};
    }),
  };
}
