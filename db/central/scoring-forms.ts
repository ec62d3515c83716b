import { scoringFormSchema, type ScoringForm } from '../../shared/domain/scoring/form.ts';
import type { Reader, Writer } from './database.ts';

const parsed = (rows: readonly { readonly data: unknown }[]): ScoringForm[] =>
  rows.map(({ data }) => scoringFormSchema.parse(data));

/** All versions of all forms, the newest of each first. A centre has some dozens. */
export async function listScoringForms(db: Reader): Promise<ScoringForm[]> {
  return parsed(await db.read<{ data: unknown }>('SELECT data FROM scoring_forms ORDER BY form_id, version DESC'));
}

/** Its versions, newest first. Index: scoring_forms_pkey. */
export async function versionsOfForm(db: Reader, formId: string): Promise<ScoringForm[]> {
  return parsed(
    await db.read<{ data: unknown }>('SELECT data FROM scoring_forms WHERE form_id = $1 ORDER BY version DESC', [
      formId,
    ]),
  );
}

/** The same, locked until the transaction ends. */
export async function lockForm(db: Writer, formId: string): Promise<ScoringForm[]> {
  return parsed(
    await db.write<{ data: unknown }>(
      'SELECT data FROM scoring_forms WHERE form_id = $1 ORDER BY version DESC FOR UPDATE',
      [formId],
    ),
  );
}

/** Index: scoring_forms_pkey. */
export async function findScoringForm(db: Reader, formId: string, version: number): Promise<ScoringForm | null> {
  const rows = await db.read<{ data: unknown }>('SELECT data FROM scoring_forms WHERE form_id = $1 AND version = $2', [
    formId,
    version,
  ]);
  return parsed(rows).at(0) ?? null;
}

/** Writes a version; only a draft's content ever changes, which whoever calls this has seen to. */
export async function putScoringForm(db: Writer, form: ScoringForm): Promise<void> {
  await db.write(
    `INSERT INTO scoring_forms (form_id, version, state, data) VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT (form_id, version) DO UPDATE SET state = EXCLUDED.state, data = EXCLUDED.data`,
    [form.formId, form.version, form.state, JSON.stringify(form)],
  );
}

export async function deleteScoringDraft(db: Writer, formId: string, version: number): Promise<void> {
  await db.write(`DELETE FROM scoring_forms WHERE form_id = $1 AND version = $2 AND state = 'draft'`, [
    formId,
    version,
  ]);
}
