import { z } from 'zod';
import type { AuditEntry } from '../../db/central/audit.ts';
import type { Reader } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import { ordersByNumber } from '../../db/central/orders.ts';
import { referenceRows } from '../../db/central/reference.ts';
import { isRunning, ORDER_STATE_NAMES, type Order } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/instant.ts';
import { now, type Service } from '../service.ts';
import { STAGE_NAMES } from './text.ts';

/** What a caller asks with: the number they were told, and the last four digits of the telephone they called from. */
const enquirySchema = z.object({
  number: z.string().trim().min(1).max(40),
  phone4: z.string().regex(/^\d{4}$/),
});

/** How an order stands, and nothing of what it says. T5, T17. */
export interface Progress {
  readonly number: string;
  readonly state: string;
  readonly stage: string;
  /** Who has it; null while nobody has. */
  readonly unit: string | null;
  /** Until when, while the limit runs. */
  readonly due: Instant | null;
  readonly updatedAt: Instant;
}

/**
 * Answers a caller who asks for their order. Whoever knows the number and the digits is taken for the caller, so a 保密
 * order and one whose caller would not be named are never told of; and nothing distinguishes them from one that is not
 * there.
 * @returns null where there is nothing to tell
 */
export async function progressOf(service: Service, asked: unknown): Promise<Progress | null> {
  const enquiry = enquirySchema.safeParse(asked);
  if (!enquiry.success) return null;
  const { number, phone4 } = enquiry.data;
  const found = (await ordersByNumber(service.db, number)).filter((order) => mayBeTold(order, phone4));
  const [order] = found;
  // A desk's own number may have been given twice, by a desk that lost what it knew: then it tells nobody's.
  if (!order || found.length > 1) return null;
  await note(service, order);
  return {
    number: order.number ?? order.provisionalNumber,
    state: ORDER_STATE_NAMES[order.state],
    stage: STAGE_NAMES[order.state],
    unit: await unitName(service.db, order.unitId),
    due: isRunning(order.state) ? (order.deadline?.due ?? null) : null,
    updatedAt: order.updatedAt,
  };
}

function mayBeTold({ request }: Order, phone4: string): boolean {
  const digits = request.caller.phone.replaceAll(/\D/gu, '');
  if (request.sensitivity !== 'normal' || request.identity !== 'named') return false;
  return digits.length >= 7 && digits.endsWith(phone4);
}

async function unitName(db: Reader, unitId: string | null): Promise<string | null> {
  if (unitId === null) return null;
  return (await referenceRows(db, 'unit', [unitId])).at(0)?.name ?? null;
}

/** Every query of shared data is logged, this one too. T2. */
async function note(service: Service, order: Order): Promise<void> {
  const at = now(service);
  const entry: AuditEntry = {
    at,
    accountId: null,
    deskId: null,
    action: 'public.progress',
    subject: order.id,
    detail: {},
  };
  await service.db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
}
