import { putMarks, takeLapsed, updateScoring } from '../../db/central/scorings.ts';
import type { Author } from '../../shared/domain/people.ts';
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
  await actOn(service, session, { ...which, act: 'confirm', action: 'scoring.confirmed' }, ({ scoring, at }) => ({
    scoring: {
      ...scoring,
      state: 'confirmed',
      course: [...scoring.course, step(scoring, 'confirmed', authorOf(session.actor), at, '')],
    },
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
      scoring: {
        ...scoring,
        state: 'appealed',
        appeal: { at, reasons, about: [...about], decision: null },
        course: [...scoring.course, step(scoring, 'appealed', authorOf(session.actor), at, reasons)],
      },
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
    const { appeal, result } = scoring;
    if (!appeal || !result) return fail('SCORING_STATE');
    if (!(await hears(tx, session.actor, scoring.call.callId))) fail('NOT_PERMITTED');
    const next = sheet ? requireResult(form.content, sheet) : result;
    const decided: Scoring = {
      ...scoring,
      state: sheet ? 'corrected' : 'upheld',
      sheet: sheet ?? scoring.sheet,
      result: next,
      first: sheet ? { sheet: scoring.sheet, result } : null,
      appeal: { ...appeal, decision: { at, by, supported: sheet !== null, reasons } },
    };
    const entry = step(decided, sheet ? 'corrected' : 'upheld', by, at, reasons);
    if (sheet) await putMarks(tx, decided, form.content);
    return {
      scoring: { ...decided, course: [...scoring.course, entry] },
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
    const lapsed = await takeLapsed(tx, at, LAPSED_AT_ONCE);
    for (const scoring of lapsed)
      await updateScoring(tx, {
        ...scoring,
        state: 'lapsed',
        revision: scoring.revision + 1,
        course: [...scoring.course, step(scoring, 'lapsed', null, at, '')],
      });
    if (lapsed.length === 0) return 0;
    await endScoring(
      tx,
      service,
      lapsed.map(({ id }) => ({
        at,
        accountId: null,
        deskId: null,
        action: 'scoring.lapsed',
        subject: id,
        detail: {},
      })),
    );
    return lapsed.length;
  });
}

function step(
  { result }: Pick<Scoring, 'result'>,
  kind: Scoring['course'][number]['kind'],
  by: Author | null,
  at: Scoring['madeAt'],
  note: string,
): Scoring['course'][number] {
  return { at, by, kind, note, total: result?.total ?? null };
}
