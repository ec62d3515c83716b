import { writeLog } from '../../db/central/log.ts';
import type { AgentSkill } from '../../shared/domain/calls/settings.ts';
import type { Floor, FloorCommand, Help } from '../../shared/domain/floor.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Alarms } from '../hall/alarms.ts';
import type { DeskStates } from '../hall/desk-states.ts';
import type { LiveFigures } from '../hall/live-figures.ts';
import type { Names } from '../hall/names.ts';
import type { LiveHallSettings } from '../hall/settings.ts';
import { now, type Service } from '../service.ts';
import { floorRecord, type FloorControl } from '../telephony/floor.ts';
import { floorView, helpView } from '../telephony/floor-view.ts';
import type { Hall } from '../telephony/hall.ts';
import { onChanges, type Told } from '../telephony/on-changes.ts';
import type { TelephonyPort } from '../telephony/port.ts';
import { requirePermission, stillMay } from './context.ts';
import type { Procedures } from './procedures.ts';

/** The exchange's side of the floor, where this node has an exchange. */
export interface FloorParts {
  readonly hall: Hall;
  readonly port: TelephonyPort;
  readonly control: FloorControl;
  readonly figures: LiveFigures;
  readonly settings: LiveHallSettings;
  readonly desks: DeskStates;
  /** One for all who look. */
  readonly names: Names;
  readonly alarms: Alarms;
  readonly skillsOf: (agent: AccountId) => readonly AgentSkill[];
}

/** A room of hundreds changes all the time; the eye needs it once a second. */
const FLOOR_APART_MS = 1000;
const HELP_APART_MS = 200;
/** A grant taken away while nothing happens is noticed after this. */
const LOOK_AGAIN_MS = 30_000;

/** 班长台 and 求助 over the exchange. @param exchange refuses with EXCHANGE_UNREACHABLE where there is none */
export function floorRoutes(os: Procedures, service: Service, exchange: () => FloorParts) {
  return {
    watch: os.floor.watch.handler(async ({ context, signal }) => {
      await requirePermission(service, context, 'hall.view');
      const { hall, port, figures, skillsOf, desks, names } = exchange();
      const facts = {
        day: figures.agentDay,
        skills: skillsOf,
        desk: (id: AccountId) => desks.of(id),
      };
      const read = async (): Promise<Told<Floor>> => {
        if (!(await stillMay(service, context, 'hall.view'))) return 'over';
        await names.learn([...hall.people.keys()]);
        return { now: floorView(hall, port.capabilities, names.find, port.nowMs(), facts) };
      };
      return onChanges({ read, onChange: hall.onChange, apartMs: FLOOR_APART_MS, idleMs: LOOK_AGAIN_MS, signal });
    }),
    helps: os.floor.helps.handler(async ({ context, signal }) => {
      await requirePermission(service, context, 'hall.control');
      const { hall, names } = exchange();
      let told = '';
      const read = async (): Promise<Told<Help[]>> => {
        const open = hall.help.all();
        // Most changes of the hall are none of these.
        const state = JSON.stringify(open);
        if (state === told) return 'nothing';
        const session = await stillMay(service, context, 'hall.control');
        if (!session) return 'over';
        told = state;
        await names.learn(open.map(({ agent }) => agent));
        return { now: open.map((help) => helpView(help, session.actor.grants, names.find)) };
      };
      return onChanges({ read, onChange: hall.onChange, apartMs: HELP_APART_MS, idleMs: LOOK_AGAIN_MS, signal });
    }),
    command: os.floor.command.handler(async ({ input, context }) => {
      const session = await requirePermission(service, context, 'hall.control');
      const { hall, control } = exchange();
      await note(session, hall, input);
      await control.act(session.actor, input);
      return {};
    }),
    share: os.floor.share.handler(async ({ input, context }) => {
      const { actor } = await requirePermission(service, context, 'call.take');
      exchange().hall.help.share(input.callId, actor.accountId, input.draft);
      return {};
    }),
  };

  /** First written, then done: nobody hears a call without a record of it, though a record may be of an attempt. */
  async function note({ actor, deskId }: LiveSession, hall: Hall, command: FloorCommand): Promise<void> {
    const at = now(service);
    const said = floorRecord(command, (callId) => hall.calls.get(callId)?.agent ?? null);
    await service.db.transaction((tx) =>
      writeLog(tx, { at, audit: [{ at, accountId: actor.accountId, deskId, ...said }] }),
    );
  }
}
