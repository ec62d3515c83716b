import type { Model, ModelFigures, ModelKind, Training } from '../../shared/domain/model.ts';
import type { Request } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** An order as a model may learn from it. */
export interface FiledOrder {
  readonly id: string;
  readonly request: Request;
  readonly unitId: string | null;
  readonly mode: string;
  /** Who wrote it: a name that must not get into a model. */
  readonly writer: string;
}

const FILED = `id, data->'request' AS request, unit_id AS "unitId", data->>'mode' AS mode, data#>>'{createdBy,name}' AS writer`;

/** Index: orders_closed, read from its end. 保密 orders are nobody's to learn from. */
const NEWEST_CLOSED = `
SELECT ${FILED} FROM orders WHERE closed_at IS NOT NULL AND sensitivity = 'normal' AND state NOT IN ('refused', 'merged')
ORDER BY closed_at DESC, id DESC LIMIT $1`;

/** Index: orders_open. */
const OPEN = `
SELECT ${FILED} FROM orders WHERE closed_at IS NULL AND sensitivity = 'normal' ORDER BY id LIMIT $1`;

/** The newest orders that have come to their end, and open ones. @param limit of each */
export async function filedOrders(db: Reader, limit: number): Promise<FiledOrder[]> {
  return [...(await db.read<FiledOrder>(NEWEST_CLOSED, [limit])), ...(await db.read<FiledOrder>(OPEN, [limit]))];
}

/** What people made of suggestions since an instant, order by order. Index: audit_suggested. */
export async function judgedSuggestions(
  db: Reader,
  since: Instant,
): Promise<{ orderId: string; suggested: readonly string[] }[]> {
  return db.read(
    `SELECT subject AS "orderId", detail->'suggested' AS suggested FROM audit WHERE detail ? 'suggested' AND at >= $1`,
    [since],
  );
}

/** @returns the number it got */
export async function insertTraining(
  db: Writer,
  {
    kind,
    trainedAt,
    figures,
    bytes,
  }: { kind: ModelKind; trainedAt: Instant; figures: ModelFigures; bytes: Uint8Array },
): Promise<number> {
  const rows = await db.write<{ trained: number }>(
    `INSERT INTO trainings (kind, trained, trained_at, figures, bytes)
SELECT $1, COALESCE(max(trained), 0) + 1, $2::timestamptz, $3::jsonb, decode($4, 'hex') FROM trainings WHERE kind = $1
RETURNING trained`,
    [kind, trainedAt, JSON.stringify(figures), Buffer.from(bytes).toString('hex')],
  );
  return rows.at(0)?.trained ?? 0;
}

/** Newest first, without their bytes. */
export async function listTrainings(db: Reader): Promise<Training[]> {
  return db.read<Training>(`
SELECT t.kind, t.trained, ${AT} AS "trainedAt", t.figures, COALESCE((m.data->>'trained')::int = t.trained, false) AS active
FROM trainings t LEFT JOIN models m ON m.id = t.kind ORDER BY t.kind, t.trained DESC`);
}

const AT = `to_char(t.trained_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Index: the primary key. */
export async function findTraining(
  db: Reader,
  kind: ModelKind,
  trained: number,
): Promise<Pick<Model, 'trained' | 'trainedAt' | 'figures' | 'bytes'> | null> {
  const rows = await db.read<Pick<Model, 'trained' | 'trainedAt' | 'figures'> & { hex: string }>(
    `SELECT t.trained, ${AT} AS "trainedAt", t.figures, encode(t.bytes, 'hex') AS hex
FROM trainings t WHERE t.kind = $1 AND t.trained = $2`,
    [kind, trained],
  );
  const [row] = rows;
  if (!row) return null;
  const { hex, ...rest } = row;
  return { ...rest, bytes: Buffer.from(hex, 'hex').toString('base64') };
}

/** Keeps the newest, and the one in use. */
export async function forgetTrainings(db: Writer, kind: ModelKind, keep: number): Promise<void> {
  await db.write(
    `DELETE FROM trainings WHERE kind = $1
AND trained <= (SELECT max(trained) FROM trainings WHERE kind = $1) - $2
AND trained IS DISTINCT FROM (SELECT (data->>'trained')::int FROM models WHERE id = $1)`,
    [kind, keep],
  );
}

export async function putModel(db: Writer, model: Model): Promise<void> {
  await db.write(
    `INSERT INTO models (id, version, data) VALUES ($1, $2, $3::jsonb)
ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, data = EXCLUDED.data`,
    [model.id, model.version, JSON.stringify(model)],
  );
}

/** @returns its last version; null where there was none */
export async function removeModel(db: Writer, kind: ModelKind): Promise<number | null> {
  const rows = await db.write<{ version: number }>('DELETE FROM models WHERE id = $1 RETURNING version', [kind]);
  return rows.at(0)?.version ?? null;
}
