import { articleSchema, type Article } from '../../../shared/domain/article.ts';
import { feedbackSchema, type Feedback } from '../../../shared/domain/knowledge/feedback.ts';
import { manuscriptSchema, type Manuscript } from '../../../shared/domain/knowledge/manuscript.ts';
import type { ArticleId, OrderId } from '../../../shared/domain/ids.ts';
import { modelSchema, type Model } from '../../../shared/domain/model.ts';
import { subjectSchema, type Subject } from '../../../shared/domain/subject.ts';
import { unitSchema, type Unit } from '../../../shared/domain/unit.ts';
import { centreSchema, type Centre, type Entity } from '../../../shared/sync/feed.ts';
import { catalogueEntrySchema, type CatalogueEntry } from '../../../shared/domain/catalogue.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';
import { nameFiles, unnameFiles, unnameGoneFiles } from './article-files.ts';

/** What is read whole: everything the feed carries but orders and notices. */
export type ReferenceEntity = Exclude<Entity, 'order' | 'notice'>;

// primary key (entity, id)
const ALL = `SELECT data FROM reference WHERE entity = ? ORDER BY id`;
const ONE = `SELECT data FROM reference WHERE entity = ? AND id = ?`;
const PUT = `INSERT INTO reference (entity, id, version, generation, data) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (entity, id) DO UPDATE SET version = excluded.version, generation = excluded.generation, data = excluded.data`;
const DROP = `DELETE FROM reference WHERE entity = ? AND id = ?`;
const DROP_UNCONFIRMED = `DELETE FROM reference WHERE generation < ?`;

/** The list statements, for the test that looks at their plans. */
export const REFERENCE_LISTS = [ALL, ONE] as const;

export function readCentre(db: ReadableDb): Centre | null {
  const row = db.get<{ data: string }>(ONE, ['centre', 'centre']);
  return row ? centreSchema.parse(JSON.parse(row.data)) : null;
}

export function listUnits(db: ReadableDb): Unit[] {
  return rows(db, 'unit').map((data) => unitSchema.parse(data));
}

export function listSubjects(db: ReadableDb): Subject[] {
  return rows(db, 'subject').map((data) => subjectSchema.parse(data));
}

export function listArticles(db: ReadableDb): Article[] {
  return rows(db, 'article').map((data) => articleSchema.parse(data));
}

/** The working sides of articles that this desk's people may have. */
export function listManuscripts(db: ReadableDb): Manuscript[] {
  return rows(db, 'manuscript').map((data) => manuscriptSchema.parse(data));
}

/** What operators have reported, as far as this desk's people may know. */
export function listFeedback(db: ReadableDb): Feedback[] {
  return rows(db, 'feedback').map((data) => feedbackSchema.parse(data));
}

export function findManuscript(db: ReadableDb, id: OrderId): Manuscript | null {
  const row = db.get<{ data: string }>(ONE, ['manuscript', id]);
  return row ? manuscriptSchema.parse(JSON.parse(row.data)) : null;
}

export function findFeedback(db: ReadableDb, id: OrderId): Feedback | null {
  const row = db.get<{ data: string }>(ONE, ['feedback', id]);
  return row ? feedbackSchema.parse(JSON.parse(row.data)) : null;
}

/** The dispatch catalogue (派单目录), by subject. */
export function listCatalogue(db: ReadableDb): CatalogueEntry[] {
  return rows(db, 'catalogue').map((data) => catalogueEntrySchema.parse(data));
}

/** The text models in use, by what they guess. */
export function listModels(db: ReadableDb): Model[] {
  return rows(db, 'model').map((data) => modelSchema.parse(data));
}

export function findArticle(db: ReadableDb, id: ArticleId): Article | null {
  const row = db.get<{ data: string }>(ONE, ['article', id]);
  return row ? articleSchema.parse(JSON.parse(row.data)) : null;
}

export function putReference(
  db: WritableDb,
  entity: ReferenceEntity,
  row: { id: string; version: number; data: unknown },
  generation: number,
): void {
  db.run(PUT, [entity, row.id, row.version, generation, JSON.stringify(row.data)]);
  if (entity === 'article') nameFiles(db, row.id, row.data);
}

export function dropReference(db: WritableDb, entity: ReferenceEntity, id: string): void {
  db.run(DROP, [entity, id]);
  if (entity === 'article') unnameFiles(db, id);
}

/** Takes out what a whole snapshot did not bring. */
export function dropUnconfirmedReference(db: WritableDb, generation: number): void {
  db.run(DROP_UNCONFIRMED, [generation]);
  unnameGoneFiles(db);
}

function rows(db: ReadableDb, entity: ReferenceEntity): unknown[] {
  return db.all<{ data: string }>(ALL, [entity]).map((row): unknown => JSON.parse(row.data));
}
