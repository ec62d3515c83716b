import { msOf } from '../../instant.ts';
import { citationOf } from '../../policy/citation.ts';
import type { Deadline } from '../../policy/deadline.ts';
import type { Pack } from '../../policy/pack.ts';
import { COMPLEXITY_NAMES } from '../channel.ts';
import type { Handling } from '../life-commands.ts';
import { isEnded, MODE_NAMES } from '../order.ts';
import { numberOf, stampOf, type Outcome } from '../outcome.ts';
import { unitsHandling, wishesDropped } from './course.ts';
import { limitOf } from './limits.ts';
import { hasEntered } from './procedure.ts';
import { denied, deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { BODY_NAMES, LINES } from './text.ts';
import { handlingOf, turnBegun, type Change } from './turn.ts';
import { assistantsFor, teamObjection, unitName } from './units.ts';

/** 派单, and once more after an agreed return: the unit's limit runs from here. T6, T7, H8, J13, Z8. */
export function dispatch(decision: ActDecision, payload: PayloadOf<'order.dispatch'>): Outcome {
  const { order, rules } = decision;
  const { unitId, handling, complexity, urgent, assistants, statutory, filing, note } = payload;
  if (!offers(rules.pack, handling)) return deny(decision, 'ACT_NOT_OFFERED', MODE_NAMES[handling]);
  // 批办 is a leader's: a dispatcher passes it on (after a return), and does not make it.
  if (handling === 'instructed' && !order.life.submission?.instruction) return deny(decision, 'INSTRUCTION_FIRST');
  const objection = teamObjection(rules, order.request, unitId, assistants);
  if (objection) return denied(decision, objection);
  const request = { ...order.request, urgent };
  const turn = turnBegun(decision, {
    unitId,
    handling,
    state: 'dispatched',
    request,
    complexity,
    assistants,
    statutory,
    filing,
  });
  const again = order.life.returns.some((wish) => wish.decision?.agreed);
  return step(decision, {
    kind: 'dispatched',
    text: lineOf(
      LINES.dispatched(unitName(rules, unitId)),
      LINES.assistants(assistants.map((assistant) => unitName(rules, assistant.unitId)).join('、')),
      LINES.handling(MODE_NAMES[handling], COMPLEXITY_NAMES[complexity]),
      urgent && LINES.urgent,
      statutory && LINES.statutory(statutory.source),
      filing && LINES.filing,
      LINES.due(turn.deadline?.due),
      note,
    ),
    order: turn.order,
    life: turn.life,
    cited: again ? citationOf(rules.pack, 'redispatch') : decision.cited,
  });
}

function offers(pack: Pack, handling: Handling): boolean {
  return pack.modes.some(({ mode }) => mode === handling);
}

/** 明确主办协办: a lead unit, and the others with a limit of their own. T11, H9, J11, A5. */
export function nameLead(decision: ActDecision, payload: PayloadOf<'order.nameLead'>): Outcome {
  const { order, rules } = decision;
  const { unitId, assistants, note } = payload;
  const objection = teamObjection(rules, order.request, unitId, assistants);
  if (objection) return denied(decision, objection);
  const handling = teamHandling(rules.pack, handlingOf(order.mode), assistants.length);
  const change: Change =
    unitId === order.unitId
      ? leadStays(decision, payload, handling)
      : turnBegun(decision, { unitId, handling, state: 'dispatched', assistants });
  return step(decision, {
    kind: 'leadNamed',
    text: lineOf(
      LINES.lead(unitName(rules, unitId)),
      LINES.assistants(assistants.map((assistant) => unitName(rules, assistant.unitId)).join('、')),
      LINES.due(change.order.deadline?.due),
      note,
    ),
    order: change.order,
    life: change.life,
  });
}

/** Several units handle jointly where the city knows that; what a leader has instructed stays so. */
function teamHandling(pack: Pack, handling: Handling, assistants: number): Handling {
  if (handling === 'forward' && assistants > 0 && offers(pack, 'joint')) return 'joint';
  return handling === 'joint' && assistants === 0 ? 'forward' : handling;
}

/** The unit keeps what it has in hand; a limit that runs from the naming (H9) or from more units (J11) is set anew. */
function leadStays(decision: ActDecision, payload: PayloadOf<'order.nameLead'>, handling: Handling): Change {
  const { order, rules, nowMs } = decision;
  const deadline = teamDeadline(decision, handling, 1 + payload.assistants.length);
  const named = assistantsFor(rules, order, payload.assistants, deadline, nowMs);
  const asked = order.life.assistants.filter(
    ({ askedBy, unitId }) => askedBy && !named.some((assistant) => assistant.unitId === unitId),
  );
  const assistants = [...named, ...asked];
  return {
    order: { mode: handling, deadline },
    life: { assistants, firstDeadline: order.life.firstDeadline ?? deadline },
  };
}

function teamDeadline({ order, rules, nowMs }: ActDecision, mode: Handling, units: number): Deadline | null {
  const { life, deadline, request } = order;
  // What was granted or what a statute set is not taken back by naming units.
  const settled = deadline !== null && (deadline.from === 'extended' || deadline.statutory !== null);
  // Nor does a limit that was kept by entering the procedure begin again.
  const kept = deadline === null && life.filing && hasEntered(order);
  const unchanged = mode === order.mode && units > 1 === unitsHandling(life) > 1;
  if (settled || kept || unchanged) return deadline;
  const handled = { request, mode, complexity: life.complexity, units, filing: life.filing };
  const receivedMs = msOf(order.createdAt);
  const fromNow = limitOf(rules, handled, { receivedMs, unitMs: nowMs });
  if (!fromNow || fromNow.from === 'leadNamed' || life.dispatchedAt === null) return fromNow;
  return limitOf(rules, handled, { receivedMs, unitMs: msOf(life.dispatchedAt) });
}

/** 会议记录: a joint meeting (H9), a coordination meeting (A5) or one called by a leader after two extensions (T9). */
export function meeting(decision: ActDecision, payload: PayloadOf<'order.meeting'>): Outcome {
  const meetings = [...decision.order.life.meetings, { ...stampOf(decision), ...payload }];
  const text = lineOf(LINES.met(payload.heldAt, payload.attendees), payload.text);
  return step(decision, { kind: 'met', text, life: { meetings } });
}

/** 并单: this order ends, and the other goes on for both. */
export function merge(decision: ActDecision, { into, reason }: PayloadOf<'order.merge'>): Outcome {
  if (into === decision.order.id) return deny(decision, 'MERGE_INTO_ITSELF');
  const target = decision.rules.related(into);
  if (!target || isEnded(target.state)) return deny(decision, 'MERGE_TARGET', target && numberOf(target));
  return step(decision, {
    kind: 'merged',
    text: lineOf(LINES.mergedInto(numberOf(target)), reason),
    order: { state: 'merged', closedAt: stampOf(decision).at },
    life: { mergedInto: into, ...wishesDropped(decision, reason) },
  });
}

/** 移送 to a discipline body, a court or another competent body. H8, J15, T19, Z11. */
export function transfer(decision: ActDecision, payload: PayloadOf<'order.transfer'>): Outcome {
  const { body, name, reason } = payload;
  const stamp = stampOf(decision);
  return step(decision, {
    kind: 'transferred',
    text: lineOf(LINES.transferredTo(BODY_NAMES[body], name), reason),
    order: { state: 'transferred', closedAt: stamp.at },
    life: { transfer: { ...stamp, body, name, reason }, ...wishesDropped(decision, reason) },
  });
}
