import { activeBlocks } from '../../db/central/call-blocks.ts';
import { callSettingsRow, readSkills } from '../../db/central/call-settings.ts';
import { readCentre } from '../../db/central/reference.ts';
import { firstCallSettings, type AgentSkill, type CallSettings } from '../../shared/domain/calls/settings.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { calendarAt } from '../../shared/policy/calendar.ts';
import type { Service } from '../service.ts';
import { planOf, type CallPlan } from '../telephony/plan.ts';

/** The centre's plan as it stands in the database, read anew whenever somebody has changed it. */
export interface LivePlan {
  readonly plan: CallPlan;
  readonly settings: () => CallSettings;
  readonly skillsOf: (agent: AccountId) => readonly AgentSkill[];
  reload(): Promise<void>;
}

/** Reads the plan, and makes the first settings where there are none. */
export async function openPlan(service: Service): Promise<LivePlan> {
  let current = await read(service);
  return {
    plan: {
      want: (call, nowMs) => current.plan.want(call, nowMs),
      closed: (call) => current.plan.closed(call),
      serves: (agent, need) => current.plan.serves(agent, need),
    },
    settings: () => current.settings,
    skillsOf: (agent) => current.skills.get(agent) ?? [],
    reload: async () => {
      current = await read(service);
    },
  };
}

async function read({ db, pack }: Service) {
  const settings = (await callSettingsRow.read(db)) ?? (await first());
  const [skills, blocks, centre] = await Promise.all([readSkills(db), activeBlocks(db), readCentre(db)]);
  const calendar = calendarAt(centre);
  return { settings, skills, plan: planOf({ settings, skills, blocks, calendar }) };

  async function first(): Promise<CallSettings> {
    await callSettingsRow.insert(db, firstCallSettings(pack.telephone?.hours === 'workingHours'));
    return (await callSettingsRow.read(db)) ?? firstCallSettings(false);
  }
}
