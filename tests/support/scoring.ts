import { accountGrants } from '../../db/central/accounts.ts';
import { keepCall } from '../../db/central/calls.ts';
import type { ScoringListInput } from '../../shared/contract/scoring.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import { callIdSchema, type CallId } from '../../shared/domain/ids.ts';
import { fixtureAnswer, fixtureOrderId, fixtureRules } from '../../shared/domain/fixtures.ts';
import type { FollowUp } from '../../shared/domain/life.ts';
import type { Order, Request } from '../../shared/domain/order.ts';
import { transition } from '../../shared/domain/transition.ts';
import { insertOrders } from '../../db/central/orders.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import type { FormContent, ScoringForm } from '../../shared/domain/scoring/form.ts';
import { SMALL_FORM } from '../../shared/domain/scoring/testing/sheets.ts';
import { beijingDate, instant } from '../../shared/instant.ts';
import { addDesk, addPerson } from './central.ts';
import { actorOf } from '../../server/access/grants.ts';
import type { LiveSession } from '../../server/access/sign-in.ts';
import type { Service } from '../../server/service.ts';
import { releaseForm, saveForm } from '../../server/scoring/forms.ts';

/** Somebody signed in at a desk of their own. */
export async function signedIn(service: Service, ...roles: readonly RoleId[]): Promise<LiveSession> {
  const person = await addPerson(service, { roles });
  const desk = await addDesk(service, person);
  const [row] = await accountGrants(service.db, [person.id]);
  if (!row) throw new Error('no such account');
  return { id: `session-${person.jobNumber}`, actor: actorOf(row), deskId: desk.id };
}

/** What a list is asked for that is narrowed by nothing. */
export const EVERY_SCORING = {
  states: [],
  agentId: null,
  planId: null,
  submittedFrom: null,
  submittedTo: null,
  after: null,
} satisfies Omit<ScoringListInput, 'view'>;

let made = 0;

/** A call that was answered and has ended. @param fromMs when the caller rang */
export async function answeredCall(
  service: Service,
  by: LiveSession,
  fromMs: number,
  seconds = 120,
  change: Partial<CallRecord> = {},
): Promise<CallId> {
  made += 1;
  const callId = callIdSchema.parse(`scored-${made}`);
  const record: CallRecord = {
    callId,
    direction: 'inbound',
    callerNumber: '13800005521',
    dialled: '12345',
    agentId: by.actor.accountId,
    agents: [by.actor.accountId],
    queuedAt: instant(fromMs),
    answeredAt: instant(fromMs + 5000),
    endedAt: instant(fromMs + 5000 + seconds * 1000),
    endedBy: 'caller',
    outcome: 'answered',
    closed: null,
    skillId: null,
    legs: [],
    unknown: [],
    ...change,
  };
  await keepCall(service.db, record, false);
  return callId;
}

/** An order that was written in a call and answered at once. */
export async function orderOf(
  service: Service,
  by: LiveSession,
  callId: CallId,
  {
    request = {},
    followUps = [],
  }: { readonly request?: Partial<Request>; readonly followUps?: readonly FollowUp[] } = {},
): Promise<Order> {
  made += 1;
  const outcome = transition({
    order: null,
    orderId: fixtureOrderId(made),
    command: fixtureAnswer(request),
    actor: by.actor,
    rules: fixtureRules(),
    nowMs: service.nowMs(),
  });
  if (!outcome.ok || !outcome.order) throw new Error('the order is refused');
  const at = instant(service.nowMs());
  const order = {
    ...outcome.order,
    number: `HB2611-${String(made).padStart(6, '0')}`,
    call: { source: 'exchange' as const, callId, number: '', startedAt: at, answeredAt: at, endedAt: at },
    life: { ...outcome.order.life, followUps: [...followUps] },
  };
  await insertOrders(service.db, [order]);
  return order;
}

/** A form that is scored by from today on. */
export async function formInUse(
  service: Service,
  keeper: LiveSession,
  content: FormContent = SMALL_FORM,
): Promise<ScoringForm> {
  const { formId, version, revision } = await saveForm(service, keeper, { base: null, content });
  return releaseForm(service, keeper, { formId, version, revision, from: beijingDate(service.nowMs()) });
}
