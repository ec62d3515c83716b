import { randomUUID } from 'node:crypto';
import type { Reader, Writer } from '../../db/central/database.ts';
import { deleteScoringDraft, lockForm, putScoringForm, versionsOfForm } from '../../db/central/scoring-forms.ts';
import { formInForce, type FormContent, type ScoringForm } from '../../shared/domain/scoring/form.ts';
import { fail } from '../../shared/failure.ts';
import { beijingDate } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { auditOf } from '../calls/log.ts';
import { now, type Service } from '../service.ts';
import { endScoring } from './keep.ts';

/** A version of a form as somebody read it. */
export interface FormBase {
  readonly formId: string;
  readonly version: number;
  readonly revision: number;
}

/**
 * Writes the draft: of a new form, of an existing draft, or of the version after a released one, which itself is never
 * changed.
 * @throws SCORING_CHANGED where somebody else was first
 */
export async function saveForm(
  service: Service,
  session: LiveSession,
  { base, content }: { readonly base: FormBase | null; readonly content: FormContent },
): Promise<ScoringForm> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const newest = base ? await newestAsRead(tx, base) : null;
    const form: ScoringForm = {
      formId: newest?.formId ?? randomUUID(),
      version: newest?.state === 'draft' ? newest.version : (newest?.version ?? 0) + 1,
      revision: (newest?.revision ?? 0) + 1,
      state: 'draft',
      content,
      from: null,
      until: null,
      by: authorOf(session.actor),
      at,
    };
    await putScoringForm(tx, form);
    await endScoring(tx, service, [auditOf(session, at, 'scoring.formSaved', form.formId, said(form))]);
    return form;
  });
}

/**
 * 启用: the version that was in force ends the day before.
 * @throws SCORING_CHANGED, SCORING_STATE where it is no draft, INVALID_INPUT for a day that is past
 */
export async function releaseForm(
  service: Service,
  session: LiveSession,
  { from, ...base }: FormBase & { readonly from: string },
): Promise<ScoringForm> {
  const at = now(service);
  if (from < beijingDate(service.nowMs())) fail('INVALID_INPUT', { detail: '启用日期不能早于今天' });
  return service.db.transaction(async (tx) => {
    const draft = await newestAsRead(tx, base);
    if (draft.state !== 'draft') fail('SCORING_STATE');
    const released: ScoringForm = { ...draft, state: 'released', from, revision: draft.revision + 1 };
    for (const older of await versionsOfForm(tx, base.formId))
      if (older.state === 'released' && (older.until === null || older.until >= from))
        await putScoringForm(tx, { ...older, until: addDays(from, -1) });
    await putScoringForm(tx, released);
    await endScoring(tx, service, [
      auditOf(session, at, 'scoring.formReleased', base.formId, { ...said(draft), from }),
    ]);
    return released;
  });
}

/** 停用, or a draft thrown away. @throws SCORING_CHANGED, SCORING_STATE */
export async function retireForm(service: Service, session: LiveSession, base: FormBase): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const newest = await newestAsRead(tx, base);
    if (newest.state === 'retired') fail('SCORING_STATE');
    if (newest.state === 'draft') await deleteScoringDraft(tx, base.formId, base.version);
    else
      for (const form of await versionsOfForm(tx, base.formId))
        if (form.state === 'released')
          await putScoringForm(tx, { ...form, state: 'retired', revision: form.revision + 1 });
    const action = newest.state === 'draft' ? 'scoring.formDiscarded' : 'scoring.formRetired';
    await endScoring(tx, service, [auditOf(session, at, action, base.formId, said(newest))]);
  });
}

/** Locked. @throws SCORING_CHANGED where it is not the newest any more, or was changed since */
async function newestAsRead(tx: Writer, { formId, version, revision }: FormBase): Promise<ScoringForm> {
  const [newest] = await lockForm(tx, formId);
  if (newest?.version !== version || newest.revision !== revision) return fail('SCORING_CHANGED');
  return newest;
}

/** The version that is scored by today; null: none is in use. */
export async function formToday(db: Reader, nowMs: number, formId: string): Promise<ScoringForm | null> {
  return formInForce(await versionsOfForm(db, formId), beijingDate(nowMs));
}

function said({ version, content }: ScoringForm): Readonly<Record<string, string | number | readonly string[]>> {
  const { name, sections, vetoes, passMark, vetoCap, appealDays } = content;
  return {
    version,
    name,
    passMark,
    vetoCap,
    appealDays,
    sections: sections.map((section) => `${section.name}:${section.weight}`),
    vetoes: vetoes.map((veto) => veto.name),
  };
}
