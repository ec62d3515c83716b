import { calibrationSchema, type Calibration } from '../../shared/domain/scoring/calibration.ts';
import type { Reader, Writer } from './database.ts';

export async function putCalibration(db: Writer, calibration: Calibration): Promise<void> {
  await db.write(
    `INSERT INTO calibrations (id, made_at, data) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (id) DO UPDATE SET data = EXCLUDED.data`,
    [calibration.id, calibration.madeAt, JSON.stringify(calibration)],
  );
}

/** Locked until the transaction ends. Index: calibrations_pkey. */
export async function lockCalibration(db: Writer, id: string): Promise<Calibration | null> {
  const [row] = await db.write<{ data: unknown }>('SELECT data FROM calibrations WHERE id = $1 FOR UPDATE', [id]);
  return row ? calibrationSchema.parse(row.data) : null;
}

/** Index: calibrations_pkey. */
export async function findCalibration(db: Reader, id: string): Promise<Calibration | null> {
  const [row] = await db.read<{ data: unknown }>('SELECT data FROM calibrations WHERE id = $1', [id]);
  return row ? calibrationSchema.parse(row.data) : null;
}

/** Newest first, with how many have handed in. Index: calibrations_made, scorings_calibration. */
export async function listCalibrations(
  db: Reader,
  limit: number,
): Promise<{ calibration: Calibration; handedIn: number }[]> {
  const rows = await db.read<{ data: unknown; handedIn: number }>(
    `SELECT c.data, (SELECT count(*) FROM scorings s WHERE s.calibration_id = c.id AND s.submitted_at IS NOT NULL)
       AS "handedIn"
     FROM calibrations c ORDER BY c.made_at DESC LIMIT $1`,
    [limit],
  );
  return rows.map(({ data, handedIn }) => ({ calibration: calibrationSchema.parse(data), handedIn }));
}
