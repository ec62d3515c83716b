import type { UnitId } from '../../../shared/domain/ids.ts';
import type { ContactHow } from '../../../shared/domain/life.ts';
import { msOf } from '../../../shared/instant.ts';
import { replyText } from '../request.ts';
import { daytime, HOUR_MS, officeTime, workingDaysToReply } from './pace.ts';
import * as texts from './texts.ts';
import type { Step, Walk } from './walk.ts';

const MINUTE_MS = 60_000;

/** Something that may happen while a unit has the order; made when its time comes, with the order as it is then. */
interface Event {
  readonly atMs: number;
  readonly step: () => Omit<Step, 'atMs'> | null;
}

/** The unit works on it: what happens meanwhile, in the order of time, and then its answer. */
export function inHand(walk: Walk): boolean {
  const { random, order } = walk;
  const { unitId } = order;
  if (unitId === null) return false;
  const days = workingDaysToReply(random);
  const replyMs = days === null ? Number.POSITIVE_INFINITY : officeTime(random, walk.clockMs, days);
  const events = [...callers(walk), ...units(walk, unitId), ...centre(walk)].toSorted((a, b) => a.atMs - b.atMs);
  for (const { atMs, step } of events) {
    if (atMs >= replyMs || walk.over) break;
    const next = step();
    if (next) walk.tryTo({ ...next, atMs });
    if (walk.order.state !== 'handling') return !walk.over;
  }
  if (walk.over || !Number.isFinite(replyMs)) return false;
  return answer(walk, unitId, replyMs);
}

/** The caller first, then the report. T12. Where the text leaves the caller to the centre, its people ring. A4. */
function answer(walk: Walk, unitId: UnitId, replyMs: number): boolean {
  const { random, people, tale, matter, known, order } = walk;
  const handler = people.handlerOf(unitId);
  const text = replyText(tale, matter);
  const { reply } = known.rules.pack;
  const suggestion = order.request.category === 'suggestion';
  const adoption = suggestion ? { adopted: true, reason: '', nextSteps: texts.ADOPTED } : null;
  for (const how of waysToReply(walk)) {
    walk.tryTo({
      by: reply.order === 'centreOnly' ? people.staff('followUpAgent', walk.nth) : handler,
      atMs: replyMs,
      command: { type: 'order.replyCaller', payload: { how, reached: true, text, adoption } },
    });
  }
  return walk.take({
    by: handler,
    atMs: walk.clockMs + random.between(3, 90) * MINUTE_MS,
    command: {
      type: 'order.reportResult',
      payload: {
        text,
        finding: random.pick(['proven', 'proven', 'partly', 'unproven', 'notApplicable']),
        measures: '',
      },
    },
  });
}

/** As the caller wants it; through the channel it came by where the text has it so (J9), and in writing besides (J6, J8). */
function waysToReply({ known, order }: Walk): ContactHow[] {
  const { channel, replyBy } = order.request;
  const original = known.rules.pack.reply.originalChannel?.channels.includes(channel) === true;
  if (channel === 'hotline') return [replyBy === 'sms' || replyBy === 'written' ? replyBy : 'phone'];
  if (!original) return ['written'];
  return replyBy === 'written' ? ['online', 'written'] : ['online'];
}

/** A caller who waits may call again: to add something in the first days, to press when it grows late. */
function callers({ random, people, nth, clockMs, order }: Walk): Event[] {
  const dueMs = order.deadline ? msOf(order.deadline.due) : null;
  const by = (ms: number): Step['by'] => people.operatorOnShift(ms, nth);
  const events: Event[] = [];
  if (random.chance(0.07)) {
    const atMs = daytime(clockMs + random.between(3, 60) * HOUR_MS);
    const payload = { text: random.pick(texts.SUPPLEMENTS), call: null };
    events.push({ atMs, step: () => ({ by: by(atMs), command: { type: 'order.supplement', payload } }) });
  }
  if (dueMs === null) return events;
  if (random.chance(0.09)) {
    const atMs = daytime(clockMs + Math.max(0, dueMs - clockMs) * (0.4 + random.next() * 0.5));
    const payload = { reason: random.pick(texts.URGES), call: null };
    events.push({ atMs, step: () => ({ by: by(atMs), command: { type: 'order.urge', payload } }) });
  }
  const atMs = daytime(dueMs + random.between(2, 30) * HOUR_MS);
  const payload = { reason: random.pick(texts.LATE_URGES), call: null };
  return [...events, { atMs, step: () => ({ by: by(atMs), command: { type: 'order.urge', payload } }) }];
}

/** What the unit and those who assist it do before they answer. */
function units({ random, people, clockMs, order, known }: Walk, unitId: UnitId): Event[] {
  const events: Event[] = [];
  if (random.chance(0.1)) {
    const payload = { text: random.pick(texts.PROGRESS) };
    const by = people.handlerOf(unitId);
    events.push({
      atMs: officeTime(random, clockMs, random.between(1, 3)),
      step: () => ({ by, command: { type: 'order.reportProgress', payload } }),
    });
  }
  for (const assistant of order.life.assistants) {
    if (!random.chance(0.8)) continue;
    const payload = { unitId: assistant.unitId, text: random.pick(texts.ASSISTED) };
    const by = people.handlerOf(assistant.unitId);
    events.push({
      atMs: officeTime(random, clockMs, random.between(1, 4)),
      step: () => ({ by, command: { type: 'order.assist', payload } }),
    });
  }
  const days = known.rules.pack.extensions?.maxLengthWd ?? known.rules.pack.extensions?.lengthWd ?? 5;
  if (random.chance(order.mode === 'joint' ? 0.5 : 0.06))
    events.push(...extension(random, people, unitId, clockMs, days));
  return events;
}

function extension(
  random: Walk['random'],
  people: Walk['people'],
  unitId: UnitId,
  clockMs: number,
  days: number,
): Event[] {
  const by = people.leaderOf(unitId);
  const askedMs = officeTime(random, clockMs, random.between(1, 3));
  const agreed = random.chance(0.8);
  const reason = random.pick(agreed ? texts.EXTENSION_AGREED : texts.EXTENSION_REFUSED);
  const wish = { reason: random.pick(texts.EXTENSIONS), days, signing: { kind: 'typed', mark: by.name } } as const;
  return [
    { atMs: askedMs, step: () => ({ by, command: { type: 'order.requestExtension', payload: wish } }) },
    {
      atMs: officeTime(random, askedMs, random.between(0, 2)),
      step: () => ({
        by: people.staff('dispatcher', days),
        command: { type: 'order.decideExtension', payload: { agreed, reason, days: agreed ? days : null } },
      }),
    },
  ];
}

/** What the centre does about an order that grows late, or that no unit can settle alone. */
function centre({ random, people, nth, clockMs, order, known }: Walk): Event[] {
  const overseer = people.staff('overseer', nth);
  const { supervision, liabilityFlags } = known.rules.pack;
  const dueMs = order.deadline ? msOf(order.deadline.due) : null;
  const late = dueMs !== null && random.chance(0.6);
  const events: Event[] = [];
  if (supervision && (late || random.chance(0.02))) {
    const [trigger] = supervision.triggers;
    const form = random.pick(supervision.forms);
    const atMs = officeTime(random, late && dueMs !== null ? dueMs : clockMs, random.between(0, 1));
    const payload = { trigger: trigger?.id ?? '', form: form.id, text: random.pick(texts.SUPERVISED) };
    events.push({ atMs, step: () => ({ by: overseer, command: { type: 'order.supervise', payload } }) });
    if (random.chance(0.7)) events.push(supervisionAnswer(random, people, order.unitId, atMs));
  }
  const cause = liabilityFlags.find(({ kind }) => kind === 'cause');
  if (cause && dueMs !== null && random.chance(0.05)) {
    const payload = { flagId: cause.id, unitId: order.unitId, text: random.pick(texts.LIABILITIES) };
    events.push({
      atMs: officeTime(random, dueMs, 2),
      step: () => ({ by: overseer, command: { type: 'order.flagLiability', payload } }),
    });
  }
  if (order.life.submission === null && random.chance(0.012)) {
    const payload = { to: texts.SUBMITTED_TO, report: random.pick(texts.REPORTS) };
    events.push({
      atMs: officeTime(random, clockMs, random.between(1, 4)),
      step: () => ({ by: people.staff('dispatcher', nth), command: { type: 'order.submit', payload } }),
    });
  }
  return events;
}

function supervisionAnswer(
  random: Walk['random'],
  people: Walk['people'],
  unitId: UnitId | null,
  afterMs: number,
): Event {
  const payload = { text: random.pick(texts.SUPERVISION_ANSWERED) };
  return {
    atMs: officeTime(random, afterMs, random.between(0, 2)),
    step: () =>
      unitId === null ? null : { by: people.handlerOf(unitId), command: { type: 'order.answerSupervision', payload } },
  };
}

/** The unit's leader reads what goes out, and signs. H5, T12, Z9. */
export function leaderReviewed(walk: Walk): boolean {
  const { random, people, order } = walk;
  if (order.unitId === null) return false;
  const by = people.leaderOf(order.unitId);
  const approved = random.chance(0.92);
  const reason = random.pick(approved ? texts.LEADER_APPROVED : texts.LEADER_REFUSED);
  return walk.take({
    by,
    atMs: officeTime(random, walk.clockMs, random.between(0, 1)),
    command: {
      type: 'order.reviewResult',
      payload: { approved, reason, signing: approved ? { kind: 'typed', mark: by.name } : null },
    },
  });
}

/** The check by its three questions. H5. */
export function inspected(walk: Walk): boolean {
  const { random, people } = walk;
  const passed = random.chance(0.85);
  return walk.take({
    by: people.staff('qualityInspector', walk.nth),
    atMs: officeTime(random, walk.clockMs, random.between(0, 1)),
    command: {
      type: 'order.inspect',
      payload: {
        facts: true,
        nature: true,
        handled: passed,
        reason: passed ? '' : random.pick(texts.INSPECTION_FAILED),
      },
    },
  });
}

/** The leader writes on the report and names who sees to it. H10. */
export function submitted(walk: Walk): boolean {
  const { random, people, order, known } = walk;
  const by = people.staff('leader', walk.nth);
  const unitId = order.unitId ?? known.departments.at(0)?.id;
  if (!unitId) return false;
  return walk.take({
    by,
    atMs: officeTime(random, walk.clockMs, random.between(1, 3)),
    command: {
      type: 'order.instruct',
      payload: { text: random.pick(texts.INSTRUCTIONS), signing: { kind: 'typed', mark: by.name }, unitId },
    },
  });
}
