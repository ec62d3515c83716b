import { otherUnit, nextUnit } from './dispatch.ts';
import type { Fate } from './fates.ts';
import { HOUR_MS } from './pace.ts';
import type { Matter } from '../matter.ts';
import type { Step, Walk } from './walk.ts';
import * as texts from './texts.ts';

const FATES: readonly Fate[] = [
  'leaderReview',
  'inspecting',
  'returnAsked',
  'extensionAsked',
  'submitted',
  'reviewing',
  'supervised',
  'assisting',
  'dispatched',
];

/** So many of the last orders are looked at, and every so manieth of those that fit is given a fate. */
const RECENT = 420;
const EVERY = 8;
/** The very last wait for the dispatcher. */
const LAST = 22;
const EVERY_LAST = 3;

/** Gives fates to the orders of a demo, one call after the other. @param count of all of them */
export function fates(count: number): (index: number, matter: Matter) => Fate | null {
  let fitting = 0;
  return (index, matter) => {
    if (index <= count - RECENT || matter.kind !== 'trouble' || matter.scenario.ways[2] < 0.3) return null;
    fitting += 1;
    if (index > count - LAST) return fitting % EVERY_LAST === 0 ? 'undispatched' : null;
    return fitting % EVERY === 0 ? (FATES[(fitting / EVERY) % FATES.length] ?? null) : null;
  };
}

/** Tells the order up to where it waits. What the city's rules do not know is left out, and it waits a step before. */
export function meet(walk: Walk, fate: Fate): void {
  if (fate === 'undispatched') return;
  dispatch(walk, fate === 'extensionAsked' || fate === 'assisting');
  if (fate === 'dispatched') return;
  sign(walk);
  const { random, people, known, nth } = walk;
  const { unitId } = walk.order;
  if (unitId === null) return;
  const handler = people.handlerOf(unitId);
  const leader = people.leaderOf(unitId);
  const say = (by: Step['by'], command: Step['command']): boolean =>
    walk.tryTo({ by, command, atMs: walk.clockMs + random.between(1, 5) * HOUR_MS });

  switch (fate) {
    case 'returnAsked':
      say(handler, { type: 'order.requestReturn', payload: { ...random.pick(texts.RETURNS) } });
      return;
    case 'extensionAsked': {
      const { extensions } = known.rules.pack;
      const days = extensions?.lengthWd ?? extensions?.maxLengthWd ?? 5;
      const signing = { kind: 'typed', mark: leader.name } as const;
      say(leader, {
        type: 'order.requestExtension',
        payload: { reason: random.pick(texts.EXTENSIONS), days, signing },
      });
      return;
    }
    case 'submitted':
      say(people.staff('dispatcher', nth), {
        type: 'order.submit',
        payload: { to: texts.SUBMITTED_TO, report: random.pick(texts.REPORTS) },
      });
      return;
    case 'supervised': {
      const { supervision } = known.rules.pack;
      const trigger = supervision?.triggers.at(-1);
      const form = supervision?.forms.at(0);
      if (!trigger || !form) return;
      const text = random.pick(texts.SUPERVISED);
      say(people.staff('overseer', nth), {
        type: 'order.supervise',
        payload: { trigger: trigger.id, form: form.id, text },
      });
      return;
    }
    case 'leaderReview':
      report(walk, say);
      return;
    case 'inspecting':
      report(walk, say);
      approve(walk, say);
      return;
    case 'reviewing':
      report(walk, say);
      approve(walk, say);
      pass(walk, say);
      doubt(walk, say);
      return;
    case 'assisting':
  }
}

type Say = (by: Step['by'], command: Step['command']) => boolean;

/** Dispatched, to several where that is the point. */
function dispatch(walk: Walk, several: boolean): void {
  const { random, people, known, nth } = walk;
  const unitId = nextUnit(walk);
  const joint = several && known.rules.pack.modes.some(({ mode }) => mode === 'joint');
  walk.tryTo({
    by: people.staff('dispatcher', nth),
    atMs: walk.clockMs + HOUR_MS / 2,
    command: {
      type: 'order.dispatch',
      payload: {
        unitId,
        handling: joint ? 'joint' : 'forward',
        complexity: several ? 'complex' : 'clear',
        urgent: walk.order.request.urgent,
        assistants: several ? [{ unitId: otherUnit(walk, [unitId]), task: random.pick(texts.TASKS) }] : [],
        statutory: null,
        filing: false,
        note: '',
      },
    },
  });
}

function sign(walk: Walk): void {
  const { unitId } = walk.order;
  if (unitId === null) return;
  walk.tryTo({
    by: walk.people.handlerOf(unitId),
    atMs: walk.clockMs + HOUR_MS,
    command: { type: 'order.sign', payload: {} },
  });
}

function report({ order, people, random }: Walk, say: Say): void {
  if (order.unitId === null) return;
  const handler = people.handlerOf(order.unitId);
  const text = random.pick(texts.PROGRESS);
  say(handler, {
    type: 'order.replyCaller',
    payload: { how: 'phone', reached: true, text, adoption: { adopted: true, reason: '', nextSteps: text } },
  });
  say(handler, { type: 'order.reportResult', payload: { text, finding: 'proven', measures: '' } });
}

function approve({ order, people }: Walk, say: Say): void {
  if (order.unitId === null || order.state !== 'leaderReview') return;
  const leader = people.leaderOf(order.unitId);
  say(leader, {
    type: 'order.reviewResult',
    payload: { approved: true, reason: '', signing: { kind: 'typed', mark: leader.name } },
  });
}

function pass({ order, people, nth }: Walk, say: Say): void {
  if (order.state !== 'inspecting') return;
  say(people.staff('qualityInspector', nth), {
    type: 'order.inspect',
    payload: { facts: true, nature: true, handled: true, reason: '' },
  });
}

/** The caller is not content, and asks for somebody else to look at it. */
function doubt({ people, nth, random }: Walk, say: Say): void {
  const agent = people.staff('followUpAgent', nth);
  say(agent, {
    type: 'order.followUp',
    payload: {
      reached: true,
      rating: 'dissatisfied',
      reasonable: true,
      note: random.pick(texts.FOLLOWED_UP.poor),
      call: null,
    },
  });
  say(agent, {
    type: 'order.askReview',
    payload: { level: 1, reason: random.pick(texts.REVIEW_REASONS), call: null },
  });
}
