import type { AccountId, OrderId } from '../../shared/domain/ids.ts';
import type { Sensitivity } from '../../shared/domain/people.ts';
import type { Facets, Filter } from '../../shared/figures/facets.ts';
import type { Reader, Value, Writer } from './database.ts';

/** An order's facets with the order they are of. */
export interface FacetRow extends Facets {
  readonly orderId: OrderId;
}

// Sorted, as everything that several transactions write.
const PUT = `
INSERT INTO order_facets (order_id, category, channel, mode, urgent, ending, verdict)
SELECT (d->>'orderId')::uuid, d->>'category', d->>'channel', d->>'mode', (d->>'urgent')::boolean, d->>'ending', d->>'verdict'
FROM jsonb_array_elements($1::jsonb) d ORDER BY 1
ON CONFLICT (order_id) DO UPDATE SET category = EXCLUDED.category, channel = EXCLUDED.channel, mode = EXCLUDED.mode,
  urgent = EXCLUDED.urgent, ending = EXCLUDED.ending, verdict = EXCLUDED.verdict`;

/** In the transaction that changes the orders. */
export async function putFacets(db: Writer, rows: readonly FacetRow[]): Promise<void> {
  if (rows.length > 0) await db.write(PUT, [JSON.stringify(rows)]);
}

/** Index: order_facets_pkey. */
export async function facetsKept(db: Reader, orders: readonly OrderId[]): Promise<FacetRow[]> {
  return db.read<FacetRow>(
    `SELECT order_id AS "orderId", category, channel, mode, urgent, ending, verdict FROM order_facets
     WHERE order_id = ANY ($1::uuid[])`,
    [orders],
  );
}

/** Whose eyes a text is searched with: what they may not read is not found. J5, T17, H19. */
export interface WordScope {
  readonly sensitivities: readonly Sensitivity[];
  /** Null: all. */
  readonly units: readonly string[] | null;
  readonly accountId: AccountId;
  /** Units whose orders, as those complained of, this reader has with some of the text hidden. */
  readonly house: readonly string[];
}

/** What narrows orders beside unit and subject. */
export interface Narrowing {
  readonly filter: Filter;
  readonly words: WordScope;
}

/** `$first` and those behind it. */
function places(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, place) => `$${first + place}`);
}

/** Values of {@link facetsMatch}, before those of {@link wordsMatch}. */
const FACETS = 6;
const WORDS = 5;

/** Orders whose facets a filter lets through, as a condition on an id; its values begin at `$first`. Index: order_facets_pkey. */
export function facetsMatch(id: string, first: number): string {
  const [categories, channels, modes, endings, verdicts, urgent] = places(first, FACETS);
  return `EXISTS (SELECT 1 FROM order_facets f WHERE f.order_id = ${id}
    AND (${categories}::text[] IS NULL OR f.category = ANY (${categories}::text[]))
    AND (${channels}::text[] IS NULL OR f.channel = ANY (${channels}::text[]))
    AND (${modes}::text[] IS NULL OR f.mode = ANY (${modes}::text[]))
    AND (${endings}::text[] IS NULL OR f.ending = ANY (${endings}::text[]))
    AND (${verdicts}::text[] IS NULL OR f.verdict = ANY (${verdicts}::text[]))
    AND (${urgent}::boolean IS NULL OR f.urgent = ${urgent}::boolean))`;
}

/** Orders in whose text the words stand, as far as this reader has the text; its values begin at `$first`. Index: orders_pkey. */
export function wordsMatch(id: string, first: number): string {
  const [words, sensitivities, units, account, house] = places(first, WORDS);
  return `EXISTS (SELECT 1 FROM orders w WHERE w.id = ${id} AND w.sensitivity = ANY (${sensitivities}::text[])
    AND (${units}::text[] IS NULL OR w.unit_id = ANY (${units}::text[]) OR w.assisting && ${units}::text[])
    AND NOT ${account}::uuid = ANY (w.recused)
    AND NOT coalesce(w.data #>> '{request,accused,unitId}', '') = ANY (${house}::text[])
    AND strpos(w.data #>> '{request,content}', ${words}::text) > 0)`;
}

/** Both together. */
export function narrowed(id: string, first: number): string {
  return `${facetsMatch(id, first)} AND ($${first + FACETS}::text = '' OR ${wordsMatch(id, first + FACETS)})`;
}

/** The values of {@link narrowed}, in their order. */
export function narrowingValues({ filter, words: scope }: Narrowing): readonly Value[] {
  const { categories, channels, modes, endings, verdicts, urgent, words } = filter;
  const lists = [categories, channels, modes, endings, verdicts].map((list) => (list.length === 0 ? null : list));
  return [...lists, urgent, words, scope.sensitivities, scope.units, scope.accountId, scope.house];
}
