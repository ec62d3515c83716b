import type { TelephonyView } from '../../shared/domain/call.ts';
import { listAccounts } from '../../db/central/accounts.ts';
import { writeLog } from '../../db/central/log.ts';
import { readCentre } from '../../db/central/reference.ts';
import { may } from '../../shared/domain/people.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import { PROTOCOL, PROTOCOL_FLOOR } from '../../shared/sync/protocol.ts';
import { enrol, requireDesk } from '../access/desks.ts';
import * as people from '../access/people.ts';
import type { Activity } from '../activity.ts';
import type { RateLimit } from '../access/rate-limit.ts';
import { signIn, signOut, type LiveSession } from '../access/sign-in.ts';
import type { Coalescer } from '../commands/coalesce.ts';
import { attach } from '../attachments/attach.ts';
import type { Live } from '../feed/live.ts';
import { pull } from '../feed/pull.ts';
import { snapshot } from '../feed/snapshot.ts';
import { previewCalendar, setCalendar } from '../office/calendar.ts';
import { articleFilePart } from '../knowledge/files.ts';
import { setKnowledgeSettings, usageOf, versionsOf } from '../knowledge/route.ts';
import { drawSample } from '../office/sample.ts';
import { setCatalogue } from '../office/catalogue.ts';
import { applyPackChange } from '../office/pack-change.ts';
import type { Seal } from '../attachments/seal.ts';
import type { Vault } from '../recordings/vault.ts';
import { packOfVersion, packVersions } from '../office/pack-versions.ts';
import { now, type Service } from '../service.ts';
import { wordingRoutes } from '../wording/routes.ts';
import { callRoutes } from './calls.ts';
import { deskCredential, requirePermission, requireSession } from './context.ts';
import { floorRoutes, type FloorParts } from './floor.ts';
import { draftHandoverRoutes } from './draft-handover.ts';
import { hallRoutes } from './hall.ts';
import { modelRoutes } from './models.ts';
import { procedures } from './procedures.ts';
import { ownWork } from '../mine/mine.ts';
import { exportRoutes } from './exports.ts';
import { topicRoutes } from './topics.ts';
import { reportRoutes } from './reports.ts';
import { scoringRoutes } from './scoring.ts';

export interface RouterParts {
  readonly service: Service;
  readonly activity: Activity;
  readonly coalescer: Coalescer;
  readonly live: Live;
  /** Null where this node has no exchange. */
  readonly exchange: FloorParts | null;
  readonly vault: Vault;
  /** What attachments are kept under. */
  readonly seal: Seal;
  readonly signInLimit: RateLimit;
  readonly version: string;
}

/** The contract `central` over the centre's parts. */
export function createRouter(parts: RouterParts) {
  const { service, activity, coalescer, live, seal, signInLimit, version } = parts;
  const os = procedures(service, activity);
  const { db, pack, demo } = service;

  async function centreRow() {
    const centre = await readCentre(db);
    if (!centre) throw new Error('the centre has no row');
    return centre;
  }

  return os.router({
    system: {
      info: os.system.info.handler(async () => {
        const { name } = await centreRow();
        return {
          version,
          protocol: PROTOCOL,
          protocolFloor: PROTOCOL_FLOOR,
          city: pack.city,
          name,
          demo,
          phoneUrl: parts.exchange?.port.phoneUrl ?? null,
          now: now(service),
        };
      }),
    },
    auth: {
      signIn: os.auth.signIn.handler(async ({ input, context }) => {
        signInLimit.pass(context.address);
        return signIn(service, input, (await centreRow()).leaseDays);
      }),
      self: os.auth.self.handler(async ({ context }) => ({ actor: (await requireSession(service, context)).actor })),
      signOut: os.auth.signOut.handler(async ({ context }) => {
        await signOut(service, await requireSession(service, context));
        return {};
      }),
      changePassword: os.auth.changePassword.handler(async ({ input, context }) => {
        signInLimit.pass(context.address);
        const session = await requireSession(service, context);
        await people.changeOwnPassword(service, session, input.current, input.next);
        return {};
      }),
    },
    desk: {
      enrol: os.desk.enrol.handler(async ({ input, context }) =>
        enrol(service, await requireSession(service, context), input),
      ),
    },
    sync: {
      push: os.sync.push.handler(async ({ input, context }) => {
        const credential = deskCredential(context);
        if (!credential || credential.deskId !== input.deskId) fail('DESK_UNKNOWN');
        const answer = await coalescer.push({ credential, ...input });
        if ('failure' in answer) throw new FailureError(answer.failure);
        return { receipts: [...answer.receipts], expected: answer.expected, now: now(service) };
      }),
      attach: os.sync.attach.handler(async ({ input, context }) => {
        const deskId = await requireDesk(service, deskCredential(context));
        const { chunk, ...rest } = input;
        return { received: await attach(service, seal, deskId, { ...rest, bytes: Buffer.from(chunk, 'base64') }) };
      }),
      pull: os.sync.pull.handler(async ({ input, context }) => {
        requireProtocol(input.protocol);
        const { actor } = await requireSession(service, context);
        const pulled = await pull(db, actor, input);
        return pulled.kind === 'changes' ? { ...pulled, now: now(service) } : pulled;
      }),
      snapshot: os.sync.snapshot.handler(async ({ input, context }) => {
        requireProtocol(input.protocol);
        const session = await requireSession(service, context);
        const page = await snapshot(db, session.actor, input.entity, input.after, service.nowMs());
        if (input.entity === 'order' && input.after === null) await noteCopy(session, page.total);
        return page;
      }),
    },
    live: {
      events: os.live.events.handler(async ({ context, signal }) =>
        live.stream(await requireSession(service, context), signal),
      ),
    },
    telephony: {
      view: os.telephony.view.handler(async ({ context }): Promise<TelephonyView> => {
        const { actor } = await requirePermission(service, context, 'call.take');
        return exchange().hall.view(actor.accountId);
      }),
      command: os.telephony.command.handler(async ({ input, context }) => {
        const { actor } = await requirePermission(service, context, 'call.take');
        const { hall, control, settings } = exchange();
        const asks = settings.now().restNeedsApproval && !may(actor, 'hall.control');
        if (input.type === 'rest' && asks) return hall.askRest(actor.accountId, input.reason);
        // Whoever takes calls again stops hearing others'.
        if (input.type === 'ready' || input.type === 'dial') await control.leaveCalls(actor.accountId);
        return hall.command(actor.accountId, input);
      }),
    },
    floor: floorRoutes(os, service, exchange),
    hall: hallRoutes(os, service, exchange),
    draftHandover: draftHandoverRoutes(os, service),
    calls: callRoutes(os, service, { hall: () => exchange().hall, port: () => exchange().port, vault: parts.vault }),
    phone: {
      access: os.phone.access.handler(async ({ context }) => {
        const { actor } = await requirePermission(service, context, 'call.take');
        return exchange().port.phoneAccess(actor.accountId);
      }),
    },
    knowledge: {
      versions: os.knowledge.versions.handler(async ({ input, context }) =>
        versionsOf(service, await requireSession(service, context), input.articleId),
      ),
      file: os.knowledge.file.handler(async ({ input, context }) =>
        articleFilePart(service, seal, await requireSession(service, context), input),
      ),
      usage: os.knowledge.usage.handler(async ({ input, context }) =>
        usageOf(service, await requireSession(service, context), input),
      ),
      setSettings: os.knowledge.setSettings.handler(async ({ input, context }) => {
        await setKnowledgeSettings(service, await requirePermission(service, context, 'knowledge.edit'), input);
        return {};
      }),
    },
    models: modelRoutes(os, service),
    wording: wordingRoutes(os, service),
    office: {
      drawSample: os.office.drawSample.handler(async ({ input, context }) =>
        drawSample(service, await requirePermission(service, context, 'order.followUp'), input),
      ),
      setCatalogue: os.office.setCatalogue.handler(async ({ input, context }) =>
        setCatalogue(service, await requirePermission(service, context, 'order.dispatch'), input),
      ),
      setCalendar: os.office.setCalendar.handler(async ({ input, context }) => {
        const session = await requirePermission(service, context, 'settings.manage');
        return { changed: await setCalendar(service, session, input.calendar, input.before) };
      }),
      previewCalendar: os.office.previewCalendar.handler(async ({ input, context }) => {
        await requirePermission(service, context, 'settings.manage');
        const moved = await previewCalendar(service, input);
        return {
          changes: moved.map(({ order, before, after }) => ({
            orderId: order.id,
            number: order.number,
            before,
            after,
            reason: null,
          })),
        };
      }),
      packVersions: os.office.packVersions.handler(async ({ context }) => {
        await requireSession(service, context);
        return packVersions(service);
      }),
      packOfVersion: os.office.packOfVersion.handler(async ({ input, context }) => {
        await requireSession(service, context);
        return { json: await packOfVersion(service, input.version) };
      }),
      packChange: os.office.packChange.handler(async ({ input, context }) => {
        const session = await requirePermission(service, context, 'settings.manage');
        const changes = await applyPackChange(service, session, input.apply);
        return { packVersion: pack.version, changes, applied: input.apply };
      }),
      colleagues: os.office.colleagues.handler(async ({ context }) => {
        const { actor } = await requireSession(service, context);
        if (!may(actor, 'order.dispatch') && !may(actor, 'order.supervise')) fail('NOT_PERMITTED');
        return (await listAccounts(db)).flatMap(({ id, jobNumber, name, unitId, disabled }) =>
          disabled ? [] : [{ id, jobNumber, name, unitId }],
        );
      }),
    },
    reports: reportRoutes(os, service),
    exports: exportRoutes(os, service),
    topics: topicRoutes(os, service),
    scoring: scoringRoutes(os, service),
    mine: {
      read: os.mine.read.handler(async ({ input, context }) =>
        ownWork(service, (await requireSession(service, context)).actor, input),
      ),
    },
    people: {
      list: os.people.list.handler(async ({ context }) => {
        await requirePermission(service, context, 'people.manage');
        return listAccounts(db);
      }),
      create: os.people.create.handler(async ({ input, context }) =>
        people.createPerson(service, await requirePermission(service, context, 'people.manage'), input),
      ),
      setRoles: os.people.setRoles.handler(async ({ input, context }) =>
        people.setAccess(service, await requirePermission(service, context, 'people.manage'), input),
      ),
      setDisabled: os.people.setDisabled.handler(async ({ input, context }) =>
        people.setDisabled(
          service,
          await requirePermission(service, context, 'people.manage'),
          input.id,
          input.disabled,
        ),
      ),
      resetPassword: os.people.resetPassword.handler(async ({ input, context }) =>
        people.resetPassword(
          service,
          await requirePermission(service, context, 'people.manage'),
          input.id,
          input.password,
        ),
      ),
    },
  });

  function exchange(): FloorParts {
    return parts.exchange ?? fail('EXCHANGE_UNREACHABLE');
  }

  /** A desk takes a copy of orders with the personal data in them: that is a look, and a large one. T2, H19. */
  async function noteCopy({ actor, deskId }: LiveSession, orders: number): Promise<void> {
    const at = now(service);
    const entry = {
      at,
      accountId: actor.accountId,
      deskId,
      action: 'feed.snapshot',
      subject: null,
      detail: { orders },
    };
    await db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
  }
}

export type CentralRouter = ReturnType<typeof createRouter>;

function requireProtocol(protocol: number): void {
  if (protocol < PROTOCOL_FLOOR) fail('DESK_TOO_OLD');
}
