import { callSettingsRow, callTakers, putSkills, readSkills } from '../../db/central/call-settings.ts';
import type { AgentSkill, CallSettings } from '../../shared/domain/calls/settings.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Author } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { auditOf, writeCallAudit } from './log.ts';

/** An operator with what they can do. */
export interface SkilledAgent extends Author {
  readonly skills: AgentSkill[];
}

/** The settings, and the rule that binds the hours where the city has one. */
export async function callSettings(service: Service): Promise<{
  settings: CallSettings;
  agents: SkilledAgent[];
  hoursRule: { hours: 'always' | 'workingHours'; rule: string; article: string } | null;
}> {
  const { db, pack } = service;
  const [settings, skills, people] = await Promise.all([callSettingsRow.read(db), readSkills(db), callTakers(db)]);
  if (!settings) throw new Error('the centre has no call settings');
  const agents = people.map((person) => ({ ...person, skills: skills.get(person.accountId) ?? [] }));
  return { settings, agents, hoursRule: pack.telephone };
}

/**
 * Changes the settings; what is running stays as it is, and counts for the next caller.
 * @throws SETTINGS_CHANGED where somebody else was first; HOURS_BY_RULE where the city's rules ask for all hours (H1, T1)
 */
export async function changeCallSettings(
  service: Service,
  session: LiveSession,
  wanted: CallSettings,
): Promise<CallSettings> {
  const { pack } = service;
  const at = now(service);
  if (pack.telephone?.hours === 'always' && !wanted.hours.always)
    fail('HOURS_BY_RULE', { article: pack.telephone.article });
  const next = { ...wanted, version: wanted.version + 1 };
  await service.db.transaction(async (tx) => {
    const before = await callSettingsRow.read(tx);
    if (!(await callSettingsRow.update(tx, next))) fail('SETTINGS_CHANGED');
    const changed = Object.entries(next).flatMap(([key, value]) =>
      key !== 'version' && JSON.stringify(value) !== JSON.stringify(partOf(before, key)) ? [key] : [],
    );
    const detail = { version: next.version, changed, recordingDays: next.recordingDays, record: next.record };
    await writeCallAudit(tx, [auditOf(session, at, 'call.settings', null, detail)]);
  });
  return next;
}

function partOf(settings: CallSettings | null, key: string): unknown {
  return settings ? Object.entries(settings).find(([name]) => name === key)?.[1] : undefined;
}

/** What an operator can do, as a supervisor knows it. @throws INVALID_INPUT for a skill the centre does not have */
export async function setAgentSkills(
  service: Service,
  session: LiveSession,
  account: AccountId,
  skills: readonly AgentSkill[],
): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const settings = await callSettingsRow.read(tx);
    const known = settings?.skills.map(({ id }) => id) ?? [];
    if (skills.some(({ skillId }) => !known.includes(skillId)))
      fail('INVALID_INPUT', { detail: '技能不在本中心列表中' });
    await putSkills(tx, account, skills);
    const said = skills.map(({ skillId, level }) => `${skillId}:${level}`);
    await writeCallAudit(tx, [auditOf(session, at, 'call.skills', account, { skills: said })]);
  });
}
