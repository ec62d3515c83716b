import { findAccount, listAccounts, type AccountRow } from '../../db/central/accounts.ts';
import { hallSettingsRow } from '../../db/central/hall.ts';
import { listScoringForms } from '../../db/central/scoring-forms.ts';
import { itemSums, scoreSums, type ResultsWanted } from '../../db/central/scoring-results.ts';
import { scoringPage } from '../../db/central/scorings.ts';
import {
  RESULTS_BY_NAMES,
  type ScoreFigures,
  type Results,
  type ResultsQuery,
} from '../../shared/domain/scoring/results.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { itemsOf } from '../../shared/domain/scoring/form.ts';
import type { ScoringRow } from '../../shared/domain/scoring/scoring.ts';
import {
  byKey,
  itemFigures,
  monthlyFigures,
  monthsBetween,
  scoreFigures,
} from '../../shared/domain/scoring/summary.ts';
import { fail } from '../../shared/failure.ts';
import { instant, startOfBeijingDate } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { requirePeriod } from '../reports/looked-at.ts';
import type { Service } from '../service.ts';
import { rowOf } from './read.ts';
import { SCORES } from './text.ts';

/** Months in one answer. */
const MOST_MONTHS = 36;
/** Longer than any month. */
const INTO_NEXT_MONTH = 32;
const LISTED = 200;

/** Results by operator, team, inspector or item, month by month. @throws INVALID_INPUT for more than three years */
export async function scoringResults({ db }: Pick<Service, 'db'>, query: ResultsQuery): Promise<Results> {
  const months = monthsBetween(query.from, query.to);
  if (months.length > MOST_MONTHS) fail('INVALID_INPUT', { detail: `最多 ${MOST_MONTHS} 个月` });
  const wanted = wantedOf(query);
  const by = query.by === 'item' ? 'agent' : query.by;
  const sums = await scoreSums(db, by, wanted);
  return {
    months,
    total: monthlyFigures(sums, months),
    rows: query.by === 'item' ? [] : await rowsOf(db, by, sums, months),
    items: query.by === 'item' ? await itemsBy(db, wanted, months) : [],
  };
}

function wantedOf({ from, to, formId, agentId, teamId, inspectorId }: ResultsQuery): ResultsWanted {
  const after = `${addDays(`${to}-01`, INTO_NEXT_MONTH).slice(0, 7)}-01`;
  return {
    from: instant(startOfBeijingDate(`${from}-01`)),
    to: instant(startOfBeijingDate(after)),
    formId,
    agentId,
    teamId,
    inspectorId,
  };
}

async function rowsOf(
  db: Service['db'],
  by: 'agent' | 'team' | 'inspector',
  sums: Awaited<ReturnType<typeof scoreSums>>,
  months: readonly string[],
): Promise<Results['rows']> {
  const names = by === 'team' ? await teamNames(db) : await personNames(db);
  const rows = [...byKey(sums)].map(([key, group]) => ({
    key,
    name: names.get(key) ?? (key === '' ? SCORES.noTeam : SCORES.unknown),
    ...monthlyFigures(group, months),
  }));
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'));
}

async function itemsBy(db: Service['db'], wanted: ResultsWanted, months: readonly string[]): Promise<Results['items']> {
  const groups = byKey(await itemSums(db, wanted));
  // In the order of the forms, each item by the name that its newest version gives it.
  const known = new Map<string, string>();
  for (const { formId, content } of await listScoringForms(db))
    for (const { id, name } of itemsOf(content)) {
      const key = `${formId}/${id}`;
      if (!known.has(key)) known.set(key, name);
    }
  return [...known].flatMap(([key, name]) => {
    const group = groups.get(key);
    if (!group) return [];
    const series = months.map((month) => itemFigures(group.filter((sum) => sum.month === month)));
    return [{ key, name, ...itemFigures(group), months: series }];
  });
}

async function personNames(db: Service['db']): Promise<Map<string, string>> {
  return new Map((await listAccounts(db)).map((account) => [account.id, called(account)]));
}

async function personName(db: Service['db'], id: AccountId): Promise<string | undefined> {
  const account = await findAccount(db, id);
  return account ? called(account) : undefined;
}

function called({ name, jobNumber }: Pick<AccountRow, 'name' | 'jobNumber'>): string {
  return `${name}（${jobNumber}）`;
}

async function teamNames(db: Service['db']): Promise<Map<string, string>> {
  return new Map((await hallSettingsRow.read(db))?.teams.map(({ id, name }) => [id, name]));
}

/** What results are narrowed to, in words; `''`: nothing. */
export async function narrowingSaid(db: Service['db'], query: ResultsQuery): Promise<string> {
  const { formId, agentId, teamId, inspectorId } = query;
  const narrowed: readonly (readonly [string, string | null | undefined])[] = [
    [SCORES.form, formId && (await listScoringForms(db)).find((form) => form.formId === formId)?.content.name],
    [RESULTS_BY_NAMES.team, teamId && (await teamNames(db)).get(teamId)],
    [RESULTS_BY_NAMES.agent, agentId && (await personName(db, agentId))],
    [RESULTS_BY_NAMES.inspector, inspectorId && (await personName(db, inspectorId))],
  ];
  return narrowed.flatMap(([what, name]) => (name ? [`${what} ${name}`] : [])).join('、');
}

/** One's own results as an operator. Both days count. */
export async function ownResults(
  { db }: Pick<Service, 'db'>,
  { actor }: Pick<LiveSession, 'actor'>,
  period: { readonly from: string; readonly to: string },
): Promise<{ figures: ScoreFigures; toConfirm: number; rows: ScoringRow[] }> {
  requirePeriod(period);
  const from = instant(startOfBeijingDate(period.from));
  const to = instant(startOfBeijingDate(addDays(period.to, 1)));
  const everything = { formId: null, teamId: null, inspectorId: null };
  const asked = { view: 'ofMe', states: [], agentId: null, planId: null, after: null } as const;
  const [sums, listed] = await Promise.all([
    scoreSums(db, 'agent', { ...everything, agentId: actor.accountId, from, to }),
    scoringPage(db, actor.accountId, { ...asked, states: [] }, { from, to }, LISTED),
  ]);
  return {
    figures: scoreFigures(sums),
    toConfirm: listed.filter(({ scoring }) => scoring.state === 'submitted').length,
    rows: listed.map(({ scoring, formName }) => rowOf(scoring, formName)),
  };
}
