import type { TimerRow } from '../../db/central/timers.ts';
import { unitIdSchema, type UnitId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Permission } from '../../shared/domain/people.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Calendar } from '../../shared/policy/calendar.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import type { Telling } from '../notices/make.ts';
import { timersOf, type OrderTimer } from './plan.ts';

interface Known {
  readonly pack: Pack;
  readonly calendar: Calendar;
  readonly nameOf: (unitId: string) => string;
}

/** Whom an order's timer tells; nobody where the order has moved on and would not plan it any more. */
export function tellingsOf(timer: TimerRow, order: Order, { pack, calendar, nameOf }: Known): Telling[] {
  const planned = timersOf(order, pack, calendar).find(
    ({ kind, unitId, at }) => kind === timer.kind && unitId === timer.unitId && at === timer.at,
  );
  if (!planned) return [];
  const unitId = planned.unitId === '' ? order.unitId : unitIdSchema.parse(planned.unitId);
  const due = planned.due ?? (planned.unitId === '' ? (order.deadline?.due ?? null) : dueOfAssistant(order, unitId));
  const unitName = unitId === null ? '' : nameOf(unitId);
  return addressees(planned, order, unitId).map((to) => ({ kind: planned.kind, order, due, unitName, ...to }));
}

type Addressee = Pick<Telling, 'unitId' | 'permission'>;

function addressees({ kind }: OrderTimer, { state }: Order, unitId: UnitId | null): Addressee[] {
  const centre = (permission: Permission): Addressee => ({ unitId: null, permission });
  switch (kind) {
    case 'nearDue':
    case 'due':
    case 'extensionClosing':
      return [whoHasIt(state, unitId)];
    case 'overdue':
      return [whoHasIt(state, unitId), centre('order.supervise')];
    case 'undispatched':
      return [centre('order.dispatch'), centre('order.supervise')];
    case 'firstResponseDue':
    case 'procedureDue':
      return [whoHasIt(state, unitId)];
    case 'archiveDue':
    case 'followUpDue':
      return [centre('order.followUp')];
  }
}

/** Whoever the order waits for now. */
function whoHasIt(state: Order['state'], unitId: UnitId | null): Addressee {
  if (state === 'inspecting') return { unitId: null, permission: 'order.inspect' };
  if (state === 'submitted') return { unitId: null, permission: 'order.instruct' };
  if (unitId === null) return { unitId: null, permission: 'order.dispatch' };
  return { unitId, permission: state === 'leaderReview' ? 'order.sign' : 'order.handle' };
}

function dueOfAssistant({ life }: Order, unitId: UnitId | null): Instant | null {
  return life.assistants.find((assistant) => assistant.unitId === unitId)?.due ?? null;
}
