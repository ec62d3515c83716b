import type { StoredCommand } from '../../db/desk/outbox/commands.ts';
import { subjectIdSchema, unitIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import { transition } from '../../shared/domain/transition.ts';
import { msOf } from '../../shared/instant.ts';
import { bodyOf } from '../../shared/sync/envelope.ts';
import type { OrderRecord } from '../../shared/sync/feed.ts';

/** The order as the desk shows it, and whether that rests on anything the centre has not fed back. */
export interface Overlaid {
  readonly effective: OrderRecord | null;
  readonly pending: boolean;
}

/**
 * Replays an order's pending commands over the centre's row, with the same code that decided them.
 * A command that no longer stands is passed over: what becomes of it is the centre's to say.
 * @param pending oldest first: unacknowledged, or acknowledged beyond what has been pulled
 */
export function replay(
  orderId: OrderId,
  server: OrderRecord | null,
  pending: readonly StoredCommand[],
  rules: Rules | null,
): Overlaid {
  let effective = server;
  let touched = false;
  if (!rules) return { effective, pending: false };
  const decided = asDecided(rules);
  for (const command of pending) {
    // A change carries the row as it stands at reading, so a row may hold a command whose own place is not pulled yet.
    if (holds(server, command)) continue;
    const next = step(orderId, effective, command, decided);
    if (!next) continue;
    effective = next;
    touched = true;
  }
  return { effective, pending: touched };
}

/**
 * The rules for replaying what this desk has already decided: a unit that has closed since, or whose row was lost with
 * the replica, does not take the order out of sight before the centre has spoken.
 */
function asDecided(rules: Rules): Rules {
  return {
    pack: rules.pack,
    calendar: rules.calendar,
    unit: (id) => ({ id: unitIdSchema.parse(id), name: rules.unit(id)?.name ?? id, open: true }),
    subject: (id) => rules.subject(id) ?? { id: subjectIdSchema.parse(id) },
    related: rules.related,
  };
}

function holds(server: OrderRecord | null, { receipt, again }: StoredCommand): boolean {
  if (!server || receipt?.outcome.kind !== 'accepted') return false;
  // A centre that was set back may have kept this or not: only where it has nothing of the order is that known.
  if (again) return true;
  return receipt.outcome.version <= server.order.version;
}

function step(
  orderId: OrderId,
  before: OrderRecord | null,
  { envelope, actor, receipt }: StoredCommand,
  rules: Rules,
): OrderRecord | null {
  const command = bodyOf(envelope);
  if (!command) return null;
  const nowMs = msOf(envelope.recordedAt) + (envelope.clockOffset ?? 0);
  const outcome = transition({ order: before?.order ?? null, orderId, command, actor, rules, nowMs });
  if (!outcome.ok || !outcome.order) return null;
  const history = [...(before?.history ?? []), ...outcome.history];
  if (receipt?.outcome.kind !== 'accepted') return { order: outcome.order, history };
  const { number, version } = receipt.outcome;
  return { order: { ...outcome.order, version, number: number ?? outcome.order.number }, history };
}
