import type { AccountId, UnitId } from '../../shared/domain/ids.ts';
import type { Permission, RoleId } from '../../shared/domain/people.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** An account as administrators see it. */
export interface AccountRow {
  readonly id: AccountId;
  readonly jobNumber: string;
  readonly name: string;
  readonly unitId: UnitId | null;
  readonly roles: RoleId[];
  readonly demo: boolean;
  readonly disabled: boolean;
  readonly lockedUntil: Instant | null;
}

/** An account with everything its grants follow from, as it stands now. */
export interface AccountGrantsRow {
  readonly id: AccountId;
  readonly jobNumber: string;
  readonly name: string;
  readonly unitId: UnitId | null;
  readonly unitLevel: string | null;
  readonly secret: boolean;
  readonly demo: boolean;
  readonly disabled: boolean;
  readonly roles: RoleId[];
  readonly permissions: Permission[];
  /** The account's unit and all units below it. */
  readonly units: UnitId[];
  /** The units above it, but for the city. */
  readonly above: UnitId[];
}

/** An account at the moment somebody tries its password. */
export interface SignInRow {
  readonly id: AccountId;
  readonly password: string;
  readonly disabled: boolean;
  readonly demo: boolean;
}

export interface NewAccount {
  readonly id: AccountId;
  readonly jobNumber: string;
  readonly name: string;
  readonly unitId: UnitId | null;
  readonly secret: boolean;
  readonly demo: boolean;
  readonly password: string;
  readonly roles: readonly RoleId[];
  readonly createdAt: Instant;
}

const LIST = `
SELECT a.id, a.job_number AS "jobNumber", a.name, a.unit_id AS "unitId", a.demo, a.disabled,
       a.locked_until AS "lockedUntil",
       ARRAY(SELECT role_id FROM account_roles WHERE account_id = a.id ORDER BY role_id) AS roles
FROM accounts a`;

/** Every account, by job number. A centre has some thousands at most. Index: accounts_job_number_key. */
export async function listAccounts(db: Reader): Promise<AccountRow[]> {
  return db.read<AccountRow>(`${LIST} ORDER BY a.job_number`);
}

/** Index: accounts_pkey. */
export async function findAccount(db: Reader, id: AccountId): Promise<AccountRow | null> {
  return (await db.read<AccountRow>(`${LIST} WHERE a.id = $1`, [id])).at(0) ?? null;
}

// Index: accounts_pkey, account_roles_pkey, units_parent for the walk down the tree, units_pkey for the one up.
const grantsWhere = (isAsked: string): string => `
WITH RECURSIVE above (account_id, unit_id) AS (
  SELECT a.id, u.parent_id FROM accounts a JOIN units u ON u.id = a.unit_id
  WHERE a.id ${isAsked} AND u.parent_id IS NOT NULL
  UNION ALL
  SELECT v.account_id, u.parent_id FROM above v JOIN units u ON u.id = v.unit_id WHERE u.parent_id IS NOT NULL
), below (account_id, unit_id) AS (
  SELECT id, unit_id FROM accounts WHERE id ${isAsked} AND unit_id IS NOT NULL
  UNION ALL
  SELECT b.account_id, u.id FROM below b JOIN units u ON u.parent_id = b.unit_id
)
SELECT a.id, a.job_number AS "jobNumber", a.name, a.unit_id AS "unitId", a.secret, a.demo, a.disabled,
       (SELECT level FROM units WHERE id = a.unit_id) AS "unitLevel",
       ARRAY(SELECT role_id FROM account_roles WHERE account_id = a.id ORDER BY role_id) AS roles,
       ARRAY(SELECT DISTINCT p FROM account_roles ar JOIN roles r ON r.id = ar.role_id, unnest(r.permissions) p
             WHERE ar.account_id = a.id ORDER BY p) AS permissions,
       ARRAY(SELECT unit_id FROM below WHERE account_id = a.id ORDER BY unit_id) AS units,
       ARRAY(SELECT v.unit_id FROM above v JOIN units u ON u.id = v.unit_id
             WHERE v.account_id = a.id AND u.level <> 'city' ORDER BY v.unit_id) AS above
FROM accounts a WHERE a.id ${isAsked}`;

// Every request asks this of its own account. PostgreSQL keeps the plan of the second; a list of unknown length it plans
// anew each time, which takes it longer than the answer.
const GRANTS = grantsWhere('= ANY ($1::uuid[])');
const GRANTS_OF_ONE = grantsWhere('= $1::uuid');

/** The accounts with what their grants follow from, now. Unknown ids are left out. */
export async function accountGrants(db: Reader, ids: readonly AccountId[]): Promise<AccountGrantsRow[]> {
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return db.read<AccountGrantsRow>(GRANTS_OF_ONE, [only]);
  return db.read<AccountGrantsRow>(GRANTS, [ids]);
}

// A try is counted before the password is looked at, so that tries made at once on several nodes count too.
const COUNT_TRY = `
UPDATE accounts SET
  failed_sign_ins = CASE WHEN locked_until <= $2 THEN 1 ELSE failed_sign_ins + 1 END,
  locked_until = CASE WHEN locked_until IS NULL AND failed_sign_ins + 1 >= $3 THEN $4::timestamptz END
WHERE job_number = $1 AND (locked_until IS NULL OR locked_until <= $2)
RETURNING id, password, disabled, demo`;

/**
 * Counts a try to sign in, and locks the account with the one that reaches the limit; {@link clearTries} undoes it
 * when the password was right.
 * @returns null where there is no such account or it is locked
 */
export async function countTry(
  db: Writer,
  jobNumber: string,
  now: Instant,
  limit: number,
  lockUntil: Instant,
): Promise<SignInRow | null> {
  return (await db.write<SignInRow>(COUNT_TRY, [jobNumber, now, limit, lockUntil])).at(0) ?? null;
}

/** Until when the account is locked, or null. */
export async function lockedUntil(db: Reader, jobNumber: string, now: Instant): Promise<Instant | null> {
  const rows = await db.read<{ until: Instant }>(
    'SELECT locked_until AS until FROM accounts WHERE job_number = $1 AND locked_until > $2',
    [jobNumber, now],
  );
  return rows.at(0)?.until ?? null;
}

export async function clearTries(db: Writer, id: AccountId): Promise<void> {
  await db.write('UPDATE accounts SET failed_sign_ins = 0, locked_until = NULL WHERE id = $1', [id]);
}

/** Takes the account's row lock, so that two sign-ins to one account follow each other. */
export async function lockAccount(db: Writer, id: AccountId): Promise<void> {
  await db.write('SELECT 1 FROM accounts WHERE id = $1 FOR UPDATE', [id]);
}

export async function passwordOf(db: Reader, id: AccountId): Promise<string | null> {
  const rows = await db.read<{ password: string }>('SELECT password FROM accounts WHERE id = $1', [id]);
  return rows.at(0)?.password ?? null;
}

export async function setPassword(db: Writer, id: AccountId, password: string): Promise<void> {
  await db.write('UPDATE accounts SET password = $2, failed_sign_ins = 0, locked_until = NULL WHERE id = $1', [
    id,
    password,
  ]);
}

const INSERT = `
INSERT INTO accounts (id, job_number, name, unit_id, secret, demo, password, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (job_number) DO NOTHING
RETURNING id`;

/** @returns false where the job number is taken */
export async function insertAccount(db: Writer, account: NewAccount): Promise<boolean> {
  const { id, jobNumber, name, unitId, secret, demo, password, createdAt } = account;
  const made = await db.write(INSERT, [id, jobNumber, name, unitId, secret, demo, password, createdAt]);
  if (made.length === 0) return false;
  await replaceRoles(db, id, account.roles);
  return true;
}

export async function updateAccess(
  db: Writer,
  id: AccountId,
  access: { readonly roles: readonly RoleId[]; readonly unitId: UnitId | null; readonly secret: boolean },
): Promise<void> {
  await db.write('UPDATE accounts SET unit_id = $2, secret = $3 WHERE id = $1', [id, access.unitId, access.secret]);
  await replaceRoles(db, id, access.roles);
}

export async function setDisabled(db: Writer, id: AccountId, disabled: boolean): Promise<void> {
  await db.write('UPDATE accounts SET disabled = $2 WHERE id = $1', [id, disabled]);
}

async function replaceRoles(db: Writer, id: AccountId, roles: readonly RoleId[]): Promise<void> {
  await db.write('DELETE FROM account_roles WHERE account_id = $1', [id]);
  await db.write('INSERT INTO account_roles (account_id, role_id) SELECT $1, unnest($2::text[])', [id, roles]);
}

/** The demo accounts there are; a centre in earnest does not start with any. Index: accounts_demo. */
export async function demoJobNumbers(db: Reader, limit: number): Promise<string[]> {
  const rows = await db.read<{ number: string }>(
    'SELECT job_number AS number FROM accounts WHERE demo ORDER BY job_number LIMIT $1',
    [limit],
  );
  return rows.map(({ number }) => number);
}

/** Sets the roles a new centre starts with; ones that are there already stay as its people have made them. */
export async function ensureRoles(
  db: Writer,
  roles: readonly { readonly id: RoleId; readonly name: string; readonly permissions: readonly Permission[] }[],
): Promise<void> {
  for (const { id, name, permissions } of roles) {
    await db.write('INSERT INTO roles (id, name, permissions) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', [
      id,
      name,
      permissions,
    ]);
  }
}
