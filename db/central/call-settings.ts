import { z } from 'zod';
import { agentSkillSchema, callSettingsSchema, type AgentSkill } from '../../shared/domain/calls/settings.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Author } from '../../shared/domain/people.ts';
import type { Reader, Writer } from './database.ts';
import { settingsRow } from './settings-row.ts';

/** How the centre wants its calls taken. */
export const callSettingsRow = settingsRow('call_settings', callSettingsSchema);

/** What each operator can do; who is not among them has no skill. */
export async function readSkills(db: Reader): Promise<Map<AccountId, AgentSkill[]>> {
  const rows = await db.read<{ id: AccountId; skills: unknown }>('SELECT account_id AS id, skills FROM agent_skills');
  return new Map(rows.map(({ id, skills }) => [id, z.array(agentSkillSchema).parse(skills)]));
}

export async function putSkills(db: Writer, account: AccountId, skills: readonly AgentSkill[]): Promise<void> {
  await db.write(
    `INSERT INTO agent_skills (account_id, skills) VALUES ($1, $2::jsonb)
     ON CONFLICT (account_id) DO UPDATE SET skills = EXCLUDED.skills`,
    [account, JSON.stringify(skills)],
  );
}

/** Everybody who may take calls, by job number. Index: account_roles_pkey. */
export async function callTakers(db: Reader): Promise<Author[]> {
  return db.read<Author>(`
SELECT a.id AS "accountId", a.job_number AS "jobNumber", a.name FROM accounts a
WHERE NOT a.disabled AND EXISTS (
  SELECT 1 FROM account_roles ar JOIN roles r ON r.id = ar.role_id
  WHERE ar.account_id = a.id AND 'call.take' = ANY (r.permissions))
ORDER BY a.job_number`);
}
