import { hallSettingsRow } from '../../db/central/hall.ts';
import { FIRST_HALL_SETTINGS, type HallSettings } from '../../shared/hall/settings.ts';
import { fail } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf, writeCallAudit } from '../calls/log.ts';
import { now, type Service } from '../service.ts';

/** How the centre wants its hall; read anew whenever some node has changed it. */
export interface LiveHallSettings {
  readonly now: () => HallSettings;
  reload(): Promise<void>;
}

/** Reads the settings, and makes the first ones where there are none. */
export async function openHallSettings({ db }: Service): Promise<LiveHallSettings> {
  await hallSettingsRow.insert(db, FIRST_HALL_SETTINGS);
  const read = async (): Promise<HallSettings> => (await hallSettingsRow.read(db)) ?? FIRST_HALL_SETTINGS;
  let current = await read();
  return {
    now: () => current,
    reload: async () => {
      current = await read();
    },
  };
}

/** @throws SETTINGS_CHANGED where somebody else was first */
export async function changeHallSettings(
  service: Service,
  session: LiveSession,
  wanted: HallSettings,
): Promise<HallSettings> {
  const next = { ...wanted, version: wanted.version + 1 };
  await service.db.transaction(async (tx) => {
    if (!(await hallSettingsRow.update(tx, next))) fail('SETTINGS_CHANGED');
    const { alarms, restNeedsApproval, teams } = next;
    const said = Object.entries(alarms).map(([kind, threshold]) => `${kind}:${threshold}`);
    const detail = { version: next.version, restNeedsApproval, alarms: said, teams: teams.map(({ name }) => name) };
    await writeCallAudit(tx, [auditOf(session, now(service), 'hall.settings', null, detail)]);
  });
  return next;
}
