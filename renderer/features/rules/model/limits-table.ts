import type { Channel, Complexity } from '../../../../shared/domain/channel.ts';
import { complexitySchema } from '../../../../shared/domain/channel.ts';
import { categorySchema, type Category } from '../../../../shared/domain/order.ts';
import { limitFor, type LimitQuery } from '../../../../shared/policy/choose.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { channelsOf } from '../../../data/channels.ts';

/** What the table is drawn for: everything of a request but its channel, category and complexity. */
export type TableOf = Pick<LimitQuery, 'mode' | 'units' | 'urgency'>;

/** What one kind of request gets; `limit` null: the text gives none, and `note` says why. */
export interface LimitCell {
  readonly limit: string | null;
  readonly rule: string | null;
  readonly article: string | null;
  readonly note: string | null;
  /** Other rules that fit too. */
  readonly others: readonly string[];
}

/** A cell's complexities that get the same. */
interface Tier {
  readonly complexities: readonly Complexity[];
  readonly cell: LimitCell;
}

interface Row {
  readonly channels: readonly Channel[];
  /** One for each of the table's columns. */
  readonly cells: readonly (readonly Tier[])[];
}

export interface LimitsTable {
  /** Categories that get the same everywhere stand in one column. */
  readonly columns: readonly (readonly Category[])[];
  /** Channels that get the same everywhere stand in one row. */
  readonly rows: readonly Row[];
}

/** A city's limits as the engine gives them, channel by category by complexity, with what is alike put together. */
export function limitsTable(pack: Pack, of: TableOf): LimitsTable {
  const channels = channelsOf(pack);
  const at = (channel: Channel, category: Category): readonly Tier[] =>
    tiers((complexity) => cellOf(pack, { ...of, channel, category, complexity, startMs: 0 }));
  const columns = alike(categorySchema.options, (category) => channels.map((channel) => at(channel, category)));
  const rows = alike(channels, (channel) => columns.map(([category]) => category && at(channel, category)));
  return {
    columns,
    rows: rows.map((group) => ({
      channels: group,
      cells: columns.map(([category]) => (group[0] && category ? at(group[0], category) : [])),
    })),
  };
}

function cellOf(pack: Pack, query: LimitQuery): LimitCell {
  const choice = limitFor(pack, query);
  if (choice.rule === null)
    return { limit: null, rule: choice.cited, article: choice.article, note: choice.reason, others: [] };
  const { rule, others } = choice;
  return {
    limit: rule.limit,
    rule: rule.rule,
    article: rule.article,
    note: rule.note ?? null,
    others: [...new Set(others.map((other) => other.rule))].filter((id) => id !== rule.rule),
  };
}

function tiers(cellAt: (complexity: Complexity) => LimitCell): readonly Tier[] {
  return alike(complexitySchema.options, cellAt).flatMap((complexities) =>
    complexities[0] ? [{ complexities, cell: cellAt(complexities[0]) }] : [],
  );
}

/** Groups values that look the same, in the order of their first. */
function alike<T>(values: readonly T[], look: (value: T) => unknown): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = JSON.stringify(look(value));
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()];
}
