import type { Writer } from '../../db/central/database.ts';
import type { NewChange } from '../../db/central/feed.ts';
import { insertVersions, lockArticles } from '../../db/central/knowledge.ts';
import { putArticles, referenceRows } from '../../db/central/reference.ts';
import type { Plan, TimerRow } from '../../db/central/timers.ts';
import type { Article } from '../../shared/domain/article.ts';
import { checkDueOn, checkLateFrom, type KnowledgeSettings } from '../../shared/domain/knowledge/settings.ts';
import { instant, startOfBeijingDate } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import type { Telling } from '../notices/make.ts';
import { ownersOf } from './tellings.ts';

const ABOUT = 'article:';
const MORNING_MS = (8 * 60 + 30) * 60_000;
/** How long before the last day the owner is reminded. */
const SOON_DAYS = 7;

/** What the clock has to do about an article: remind of its check, tell that it is late, end it with its validity. T13. */
export function articlePlan(article: Article, settings: KnowledgeSettings): Plan {
  const about = `${ABOUT}${article.id}`;
  if (article.state !== 'published') return { about, timers: [] };
  const soon = startOfBeijingDate(addDays(checkDueOn(article, settings), -SOON_DAYS)) + MORNING_MS;
  const { validUntil } = article;
  const expiry = validUntil && {
    kind: 'articleExpired',
    unitId: '',
    at: instant(startOfBeijingDate(addDays(validUntil, 1))),
  };
  return {
    about,
    timers: [
      { kind: 'articleCheckSoon', unitId: '', at: instant(soon) },
      { kind: 'articleCheckLate', unitId: '', at: checkLateFrom(article, settings) },
      ...(expiry ? [expiry] : []),
    ],
  };
}

/** What comes of articles' timers: whom they tell, and the articles whose validity has ended. */
export async function fireArticles(
  tx: Writer,
  timers: readonly TimerRow[],
  settings: KnowledgeSettings,
  nowMs: number,
): Promise<{ tellings: Telling[]; changes: NewChange[]; plans: Plan[] }> {
  const due = timers.filter(({ about }) => about.startsWith(ABOUT));
  if (due.length === 0) return { tellings: [], changes: [], plans: [] };
  const articles = await lockArticles(tx, [...new Set(due.map(({ about }) => about.slice(ABOUT.length)))]);
  const byId = new Map(articles.map((article) => [String(article.id), article]));
  const units = await referenceRows(tx, 'unit', [...new Set(articles.flatMap(({ unitId }) => unitId ?? []))]);
  const names = new Map(units.map(({ id, name }) => [String(id), name]));
  const ended: Article[] = [];
  const tellings = due.flatMap(({ about, kind, at }): Telling[] => {
    const article = byId.get(about.slice(ABOUT.length));
    // The article has moved on since: what was planned for it then is nobody's business now.
    if (!article || !articlePlan(article, settings).timers.some((timer) => timer.kind === kind && timer.at === at)) {
      return [];
    }
    if (kind === 'articleExpired') ended.push(article);
    return told(kind, article, settings, names);
  });
  const expired = ended.map((article): Article => ({ ...article, state: 'expired', version: article.version + 1 }));
  if (expired.length > 0) {
    await putArticles(tx, expired);
    const at = instant(nowMs);
    const was = ended.map((article) => ({ article, deed: null, by: null, at, note: '' }));
    const now = expired.map((article) => ({ article, deed: 'expired' as const, by: null, at, note: '有效期已到' }));
    await insertVersions(tx, [...was, ...now]);
  }
  const changes = expired.map(({ id, version }): NewChange => ({
    entity: 'article',
    id,
    version,
    op: 'put',
    scope: { sensitivity: 'normal', unitId: null },
  }));
  return { tellings, changes, plans: expired.map((article) => articlePlan(article, settings)) };
}

function told(
  kind: string,
  article: Article,
  settings: KnowledgeSettings,
  names: ReadonlyMap<string, string>,
): Telling[] {
  const { id, title, unitId } = article;
  const owner = { order: null, what: title, articleId: id, ...ownersOf(unitId) };
  const unitName = unitId === null ? '热线中心' : (names.get(unitId) ?? unitId);
  switch (kind) {
    case 'articleCheckSoon':
      return [{ kind, ...owner, due: checkLateFrom(article, settings) }];
    case 'articleCheckLate':
      return [
        { kind, ...owner, unitName },
        { kind, order: null, what: title, articleId: id, unitName, unitId: null, permission: 'order.supervise' },
      ];
    case 'articleExpired':
      return [{ kind, ...owner }];
    default:
      return [];
  }
}
