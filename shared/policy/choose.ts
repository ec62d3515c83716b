import type { Channel, Complexity } from '../domain/channel.ts';
import { nominalHours } from './limit.ts';
import type { Condition, LimitRule } from './pack-limits.ts';
import type { Pack } from './pack.ts';
import { LIMIT_MODE_NAMES, RULE_CATEGORY_NAMES, type LimitMode, type RuleCategory, type Urgency } from './values.ts';

/** What is asked of a pack: how a request came in, what it is, and how it is handled. */
export interface LimitQuery {
  readonly channel: Channel;
  readonly category: RuleCategory;
  readonly complexity: Complexity;
  /** How many units it concerns, at least 1. */
  readonly units: number;
  readonly mode: LimitMode;
  readonly urgency: Urgency;
  /** When the clock starts, ms since 1970, by the clock of whoever decides (the centre's in the end). */
  readonly startMs: number;
  /** 立案: the matter has to go through a filing procedure. */
  readonly filing?: boolean;
  /** 法定时限: a limit that another text sets, with that text's name. */
  readonly statutory?: { readonly source: string; readonly dueMs: number } | null;
}

/** The limit that counts with every other one that fits too; or why there is none. */
export type Choice =
  | { readonly rule: LimitRule; readonly others: readonly LimitRule[] }
  | { readonly rule: null; readonly reason: string; readonly cited: string | null; readonly article: string | null };

/**
 * Chooses among the pack's limits: of those that fit, the ones that another fitting one precedes fall out; then the one
 * that states most about the request counts, and of equals the shorter.
 */
export function limitFor(pack: Pack, query: LimitQuery): Choice {
  const asked = atHome(pack, query);
  const fitting = pack.limits.filter(({ when }) => when.some((condition) => fits(condition, asked)));
  const preceded = new Set(fitting.flatMap(({ precedes }) => precedes ?? []));
  const [rule] = fitting
    .filter(({ id }) => !preceded.has(id))
    .toSorted((a, b) => stated(b, asked) - stated(a, asked) || nominalHours(a.limit) - nominalHours(b.limit));
  return rule ? { rule, others: fitting.filter((other) => other !== rule) } : noLimit(pack, asked);
}

/** The query in the city's own terms: a channel its text does not name is taken for the one the pack says. */
export function atHome(pack: Pack, query: LimitQuery): LimitQuery {
  return { ...query, channel: pack.channelAliases[query.channel] ?? query.channel };
}

/** True where the query is all that the condition states. */
export function fits(condition: Condition, query: LimitQuery): boolean {
  const { channels, categories, complexities, units, modes, urgency, filing } = condition;
  return (
    among(channels, query.channel) &&
    among(categories, query.category) &&
    among(complexities, query.complexity) &&
    among(modes, query.mode) &&
    (units === undefined || (units === 'several') === query.units > 1) &&
    (urgency === undefined || urgency === query.urgency) &&
    (filing === undefined || filing === needsProcedure(query))
  );
}

/** A limit set elsewhere is kept by entering the procedure for it, whether or not it is called a filing. */
function needsProcedure({ filing, statutory }: LimitQuery): boolean {
  return filing === true || (statutory ?? null) !== null;
}

function among<T>(list: readonly T[] | undefined, value: T): boolean {
  return list === undefined || list.includes(value);
}

/** How much of the request the rule speaks of. The mode is left out: it is what is done, not what the request is. */
function stated({ when }: LimitRule, query: LimitQuery): number {
  return Math.max(
    ...when
      .filter((condition) => fits(condition, query))
      .map(
        ({ channels, categories, complexities, units, urgency }) =>
          [channels, categories, complexities, units, urgency].filter((part) => part !== undefined).length,
      ),
  );
}

function noLimit(pack: Pack, query: LimitQuery): Choice {
  const said = pack.noLimits.find(({ when }) => when.some((condition) => fits(condition, query)));
  if (said) return { rule: null, reason: said.reason, cited: said.rule, article: said.article };
  const what = `${RULE_CATEGORY_NAMES[query.category]}的${LIMIT_MODE_NAMES[query.mode]}`;
  return { rule: null, reason: `《${pack.regulation}》没有给${what}规定时限`, cited: null, article: null };
}
