import { randomInt, timingSafeEqual } from 'node:crypto';
import { findDesk, insertDesk, renewDesk, type DeskRow } from '../../db/central/desks.ts';
import { writeLog } from '../../db/central/log.ts';
import { deskIdSchema, type DeskId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { now, type Service } from '../service.ts';
import type { LiveSession } from './sign-in.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Without the letters and digits that sound or look alike when a number is read out. */
const CODE_CHARACTERS = '23456789ABCDEFGHJKLMNPQRTUVWXY';
const CODE_TRIES = 20;

export interface Enrolment {
  readonly token: string;
  readonly deskEpoch: number;
  readonly code: string;
}

/** What a desk shows as `x-desk`. */
export interface DeskCredential {
  readonly deskId: DeskId;
  readonly token: string;
}

/**
 * Makes the desk known and gives it a new token; the one before ends.
 * @throws NOT_PERMITTED where the session belongs to another desk
 */
export async function enrol(
  service: Service,
  session: LiveSession,
  request: { readonly deskId: DeskId; readonly name: string; readonly fresh: boolean },
): Promise<Enrolment> {
  if (session.deskId !== request.deskId) fail('NOT_PERMITTED', { detail: '只能登记当前登录的座席' });
  const token = newToken();
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const desk = { id: request.deskId, name: request.name, fresh: request.fresh, tokenHash: tokenHash(token) };
    let row: DeskRow | null = await renewDesk(tx, desk, at);
    for (let tries = 0; !row && tries < CODE_TRIES; tries += 1) {
      row = await insertDesk(tx, { ...desk, code: drawCode() }, at);
    }
    if (!row) fail('OVERLOADED', { detail: '没有可用的座席代码', retryAfterMs: 1000 });
    const detail = { name: request.name, fresh: request.fresh, epoch: row.epoch };
    const { accountId } = session.actor;
    await writeLog(tx, {
      at,
      audit: [{ at, accountId, deskId: row.id, action: 'desk.enrol', subject: row.code, detail }],
    });
    return { token, deskEpoch: row.epoch, code: row.code };
  });
}

function drawCode(): string {
  return Array.from({ length: 4 }, () => CODE_CHARACTERS[randomInt(CODE_CHARACTERS.length)]).join('');
}

/** @returns null where the header is not `<deskId>.<token>` */
export function parseDeskHeader(header: string | null): DeskCredential | null {
  const [id, token] = header?.split('.') ?? [];
  const deskId = deskIdSchema.safeParse(id);
  return deskId.success && token ? { deskId: deskId.data, token } : null;
}

/** True where the credential is this desk's. */
export function isDesk(row: Pick<DeskRow, 'id' | 'tokenHash'>, credential: DeskCredential): boolean {
  return row.id === credential.deskId && timingSafeEqual(tokenHash(credential.token), row.tokenHash);
}

/** @throws DESK_UNKNOWN where the centre does not know the desk by this token */
export async function requireDesk(service: Service, credential: DeskCredential | null): Promise<DeskId> {
  const row = credential && (await findDesk(service.db, credential.deskId));
  if (!row || !isDesk(row, credential)) fail('DESK_UNKNOWN');
  return row.id;
}
