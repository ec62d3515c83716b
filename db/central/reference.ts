import type { CatalogueEntry } from '../../shared/domain/catalogue.ts';
import type { Model } from '../../shared/domain/model.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { SynonymRow, Tie } from '../../shared/domain/wording.ts';
import { centreSchema, type Centre } from '../../shared/sync/feed.ts';
import type { Reader, Writer } from './database.ts';

/** Reference data is small: a page of it is read by primary key, the whole of it by desks at their first start. */
const TABLES = {
  unit: 'units',
  subject: 'subjects',
  article: 'articles',
  centre: 'centre',
  catalogue: 'catalogue',
  model: 'models',
  tie: 'ties',
  synonym: 'synonyms',
} as const;

interface ReferenceData {
  readonly unit: Unit;
  readonly subject: Subject;
  readonly article: Article;
  readonly centre: Centre;
  readonly catalogue: CatalogueEntry;
  readonly model: Model;
  readonly tie: Tie;
  readonly synonym: SynonymRow;
}
export type ReferenceEntity = keyof ReferenceData;

/** Rows by key after `after`. Index: the table's primary key. */
export async function referencePage<E extends ReferenceEntity>(
  db: Reader,
  entity: E,
  after: string,
  limit: number,
): Promise<ReferenceData[E][]> {
  const rows = await db.read<{ data: ReferenceData[E] }>(
    `SELECT data FROM ${TABLES[entity]} WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ data }) => data);
}

/** Index: the table's primary key. */
export async function referenceRows<E extends ReferenceEntity>(
  db: Reader,
  entity: E,
  ids: readonly string[],
): Promise<ReferenceData[E][]> {
  const rows = await db.read<{ data: ReferenceData[E] }>(
    `SELECT data FROM ${TABLES[entity]} WHERE id = ANY ($1::text[])`,
    [ids],
  );
  return rows.map(({ data }) => data);
}

export async function countReference(db: Reader, entity: ReferenceEntity): Promise<number> {
  const rows = await db.read<{ total: number }>(`SELECT count(*) AS total FROM ${TABLES[entity]}`);
  return rows.at(0)?.total ?? 0;
}

const PUT_UNITS = `
INSERT INTO units (id, parent_id, level, version, data)
SELECT d->>'id', d->>'parentId', d->>'level', (d->>'version')::int, d FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT (id) DO UPDATE SET parent_id = EXCLUDED.parent_id, level = EXCLUDED.level, version = EXCLUDED.version,
  data = EXCLUDED.data`;

export async function putUnits(db: Writer, units: readonly Unit[]): Promise<void> {
  await db.write(PUT_UNITS, [JSON.stringify(units)]);
}

const PUT_SUBJECTS = `
INSERT INTO subjects (id, version, data)
SELECT d->>'id', (d->>'version')::int, d FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, data = EXCLUDED.data`;

export async function putSubjects(db: Writer, subjects: readonly Subject[]): Promise<void> {
  await db.write(PUT_SUBJECTS, [JSON.stringify(subjects)]);
}

const PUT_ARTICLES = `
INSERT INTO articles (id, version, state, data)
SELECT d->>'id', (d->>'version')::int, d->>'state', d FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state, data = EXCLUDED.data`;

export async function putArticles(db: Writer, articles: readonly Article[]): Promise<void> {
  await db.write(PUT_ARTICLES, [JSON.stringify(articles)]);
}

/** The centre's own row, or null before its first start. */
export async function readCentre(db: Reader): Promise<Centre | null> {
  return centreOf(await db.read<{ data: unknown }>(`SELECT data FROM centre WHERE id = 'centre'`));
}

/** The centre's row, locked: whoever changes it reads it so first. */
export async function lockCentre(db: Writer): Promise<Centre | null> {
  return centreOf(await db.write<{ data: unknown }>(`SELECT data FROM centre WHERE id = 'centre' FOR UPDATE`));
}

/** Parsed, because rows of an older centre lack what has come since. */
function centreOf(rows: readonly { readonly data: unknown }[]): Centre | null {
  const [row] = rows;
  return row ? centreSchema.parse(row.data) : null;
}

export async function updateCentre(db: Writer, centre: Centre): Promise<void> {
  await db.write(`UPDATE centre SET version = $1, data = $2::jsonb WHERE id = 'centre'`, [
    centre.version,
    JSON.stringify(centre),
  ]);
}

const PUT_CATALOGUE = `
INSERT INTO catalogue (id, version, data)
SELECT d->>'id', (d->>'version')::int, d FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, data = EXCLUDED.data`;

export async function putCatalogue(db: Writer, entries: readonly CatalogueEntry[]): Promise<void> {
  await db.write(PUT_CATALOGUE, [JSON.stringify(entries)]);
}

/** Takes a line out. @returns its last version, or null where there was none */
export async function removeCatalogue(db: Writer, id: string): Promise<number | null> {
  const rows = await db.write<{ version: number }>('DELETE FROM catalogue WHERE id = $1 RETURNING version', [id]);
  return rows.at(0)?.version ?? null;
}

/** @returns false where another process has made it meanwhile */
export async function insertCentre(db: Writer, centre: Centre): Promise<boolean> {
  const rows = await db.write(
    'INSERT INTO centre (id, version, demo, data) VALUES ($1, $2, $3, $4::jsonb) ON CONFLICT DO NOTHING RETURNING id',
    [centre.id, centre.version, centre.demo, JSON.stringify(centre)],
  );
  return rows.length > 0;
}
