import type { AuditEntry } from '../../db/central/audit.ts';
import type { Reader } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import { ordersByNumber } from '../../db/central/orders.ts';
import { referenceRows } from '../../db/central/reference.ts';
import type { Order } from '../../shared/domain/order.ts';
import { enquirySchema, orderToTell, progressOf, type Progress } from '../../shared/domain/progress.ts';
import { now, type Service } from '../service.ts';

/**
 * Answers a caller who asks for their order.
 * @returns null where there is nothing to tell
 */
export async function answerEnquiry(service: Service, asked: unknown): Promise<Progress | null> {
  const enquiry = enquirySchema.safeParse(asked);
  if (!enquiry.success) return null;
  const order = orderToTell(await ordersByNumber(service.db, enquiry.data.number), enquiry.data);
  if (!order) return null;
  await note(service, order);
  return progressOf(order, await unitName(service.db, order.unitId));
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
