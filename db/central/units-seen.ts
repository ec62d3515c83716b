import type { Instant } from '../../shared/instant.ts';
import type { Reader } from './database.ts';

// A session that began before the day's end and was used after its beginning. Units without an account of their own answer
// by telephone and cannot sign in.
const SILENT = `
SELECT u.data->>'shortName' AS name FROM units u
WHERE u.level <> 'city' AND (u.data->>'open')::boolean
  AND EXISTS (SELECT 1 FROM accounts a JOIN account_roles ar ON ar.account_id = a.id JOIN roles r ON r.id = ar.role_id
              WHERE a.unit_id = u.id AND NOT a.disabled AND 'order.handle' = ANY (r.permissions))
  AND NOT EXISTS (SELECT 1 FROM sessions s JOIN accounts a ON a.id = s.account_id
                  WHERE a.unit_id = u.id AND s.signed_in_at < $2 AND s.used_at >= $1)
ORDER BY u.id`;

/** Open units with people of their own, none of whom was signed in between two instants. Once a day. H18. */
export async function silentUnits(db: Reader, from: Instant, to: Instant): Promise<string[]> {
  return (await db.read<{ name: string }>(SILENT, [from, to])).map(({ name }) => name);
}
