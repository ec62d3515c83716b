import { putMarks, takeLapsed, updateScoring } from '../../db/central/scorings.ts';
import { appealed, confirmed, decided, lapsed } from '../../shared/domain/scoring/course.ts';
import type { Scoring } from '../../shared/domain/scoring/scoring.ts';
import type { Sheet } from '../../shared/domain/scoring/sheet.ts';
import { fail } from '../../shared/failure.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Telling } from '../notices/make.ts';
import { now, type Service } from '../service.ts';
import { actOn } from './change.ts';
import { endScoring } from './keep.ts';
import { hears } from './read.ts';
import { requireResult } from './score.ts';

interface AtRevision {
  readonly id: string;
  readonly revision: number;
}

const LAPSED_AT_ONCE = 200;

/** The operator agrees. */
export async function confirmScoring(service: Service, session: LiveSession, which: AtRevision): Promise<void> {
  const by = authorOf(session.actor);
  await actOn(service, session, { ...which, act: 'confirm', action: 'scoring.confirmed' }, ({ scoring, at }) => ({
    scoring: confirmed(scoring, { at, by }),
  }));
}

/** 申诉 by the operator, within the form's working days. @throws APPEAL_LATE */
export async function appealScoring(
  service: Service,
  session: LiveSession,
  { reasons, about, ...which }: AtRevision & { readonly reasons: string; readonly about: readonly string[] },
): Promise<void> {
  await actOn(service, session, { ...which, act: 'appeal', action: 'scoring.appealed' }, ({ scoring, at }) => {
    const telling: Telling = {
      kind: 'scoreAppealed',
      order: null,
      unitId: null,
      permission: 'scoring.decide',
      what: `${scoring.agent.name}（${scoring.agent.jobNumber}）`,
      scoringId: scoring.id,
    };
    return {
      scoring: appealed(scoring, { at, by: authorOf(session.actor) }, reasons, about),
      detail: { reasons },
      tellings: [telling],
    };
  });
}

/**
 * Decides an appeal: 支持 with the sheet as corrected, or 维持 (null). What was handed in first stays beside it.
 * @throws APPEAL_OWN_SCORE for who scored and who was scored, SCORING_INCOMPLETE
 */
export async function decideAppeal(
  service: Service,
  session: LiveSession,
  { reasons, sheet, ...which }: AtRevision & { readonly reasons: string; readonly sheet: Sheet | null },
): Promise<Scoring> {
  const by = authorOf(session.actor);
  return actOn(service, session, { ...which, act: 'decide', action: 'scoring.decided' }, async (context) => {
    const { tx, scoring, form, at } = context;
    const { result } = scoring;
    if (!result) return fail('SCORING_STATE');
    if (!(await hears(tx, session.actor, scoring.call.callId))) fail('NOT_PERMITTED');
    const next = sheet ? requireResult(form.content, sheet) : result;
    const after = decided(scoring, { at, by }, reasons, sheet && { sheet, result: next });
    if (sheet) await putMarks(tx, [after], form.content);
    return {
      scoring: after,
      detail: { supported: sheet !== null, before: result.total, total: next.total, reasons },
      tellings: [scoring.agent, ...(scoring.inspector ? [scoring.inspector] : [])].map((person, index) => ({
        kind: 'scoreDecided',
        order: null,
        unitId: null,
        permission: index === 0 ? 'call.take' : 'scoring.score',
        what: sheet ? `支持，${result.total} 分改为 ${next.total} 分` : '维持原分',
        scoringId: scoring.id,
        accountId: person.accountId,
      })),
    };
  });
}

/** Those whose time to appeal is over count as confirmed. Nodes that do it at once do each once. @returns how many */
export async function lapseScorings(service: Service): Promise<number> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    const late = await takeLapsed(tx, at, LAPSED_AT_ONCE);
    for (const scoring of late) await updateScoring(tx, { ...lapsed(scoring, at), revision: scoring.revision + 1 });
    if (late.length === 0) return 0;
    await endScoring(
      tx,
      service,
      late.map(({ id }) => ({ at, accountId: null, deskId: null, action: 'scoring.lapsed', subject: id, detail: {} })),
    );
    return late.length;
  });
}
