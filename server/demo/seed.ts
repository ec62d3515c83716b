import { insertAccount } from '../../db/central/accounts.ts';
import type { Writer } from '../../db/central/database.ts';
import { putCalibration } from '../../db/central/calibrations.ts';
import { keepFinishedCalls } from '../../db/central/calls.ts';
import { putScoringForm } from '../../db/central/scoring-forms.ts';
import { insertDraw, putPlan } from '../../db/central/scoring-plans.ts';
import { insertScorings, putMarks } from '../../db/central/scorings.ts';
import { lockCounter, setCounter } from '../../db/central/counters.ts';
import { writeLog } from '../../db/central/log.ts';
import { hasNoOrders, insertCourse, insertOrders, type Course, type NumberedOrder } from '../../db/central/orders.ts';
import { insertVersions, saveFeedback, saveManuscripts } from '../../db/central/knowledge.ts';
import { insertNotices } from '../../db/central/notices.ts';
import { passOver, setTimers } from '../../db/central/timers.ts';
import { lockCentre, updateCentre, putArticles, putSubjects, putUnits } from '../../db/central/reference.ts';
import { addArticleUsage, addQuestionUsage } from '../../db/central/usage.ts';
import { keepFigures } from '../figures/keep.ts';
import { sumCalls } from '../figures/keep-call.ts';
import { addSums } from '../../db/central/figures.ts';
import { monthCounter } from '../commands/numbers.ts';
import { hashPassword } from '../access/passwords.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import type { Order } from '../../shared/domain/order.ts';
import { instant, msOf } from '../../shared/instant.ts';
import { now, type Service } from '../service.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { demoCity } from './cities.ts';
import type { DemoCity } from './city.ts';
import { demoArticles } from './articles.ts';
import { demoKnowledge, type DemoKnowledge } from './knowledge.ts';
import { demoNotices } from './notices.ts';
import { demoOrders } from './orders.ts';
import { demoPeople } from './people.ts';
import { demoScoring, type DemoScoring } from './scoring/scores.ts';
import { demoPlaces } from './place-list.ts';
import { demoRules } from './rules.ts';
import { demoSubjects } from './subjects.ts';
import { planOf } from '../timers/plan.ts';
import { demoUsage } from './usage.ts';
import { demoUnits } from './units.ts';

const SEED = 12345;
const DEMO_ORDERS = 4000;
const BATCH = 500;
/** Orders that are looked at for calls to be scored: more than the weeks that are scored. */
const SCORED_MS = 70 * 86_400_000;

/**
 * Fills an empty database with the demo city. One transaction: a start that is broken off leaves nothing half done.
 * No changes are written to the feed: every desk's first act is a snapshot.
 * @param count how many past orders
 */
export async function seedDemo(service: Service, count = DEMO_ORDERS): Promise<void> {
  const { db, log } = service;
  if (!(await hasNoOrders(db))) return;
  const startedMs = performance.now();
  const city = demoCity(service.pack.city);
  const accounts = await hashed(demoAccounts(city));
  await db.transaction(async (tx) => {
    // Two nodes that start on one empty database: the second waits here and then finds it filled.
    await lockCounter(tx, 'demo');
    if (!(await hasNoOrders(tx))) return;
    await putUnits(tx, demoUnits(city));
    await putSubjects(tx, demoSubjects(city));
    await putKnowledge(tx, demoKnowledge(city, demoArticles(city), service.nowMs()));
    const centre = await lockCentre(tx);
    if (centre) await updateCentre(tx, { ...centre, version: centre.version + 1, places: demoPlaces(city) });
    const createdAt = now(service);
    for (const { password, ...account } of accounts) {
      await insertAccount(tx, { ...account, password, demo: true, createdAt });
    }
    const orders = await putOrders(tx, service, city, count);
    await putScoring(tx, demoScoring(orders, demoPeople(city), demoRules(city).rules.calendar, service.nowMs()));
    await writeLog(tx, {
      at: createdAt,
      audit: [{ at: createdAt, accountId: null, deskId: null, action: 'demo.seed', subject: null, detail: { count } }],
    });
  });
  log.info({ orders: count, ms: Math.round(performance.now() - startedMs) }, 'demo city is in the database');
}

async function putKnowledge(tx: Writer, known: DemoKnowledge): Promise<void> {
  await putArticles(tx, known.articles);
  await insertVersions(tx, known.versions);
  await saveManuscripts(tx, { fresh: known.manuscripts, older: [] });
  await saveFeedback(tx, { fresh: known.feedback, older: [] });
}

/** The demo's accounts share one password: it is derived once, and what is stored is the same line for all of them. */
async function hashed(accounts: readonly DemoAccount[]): Promise<DemoAccount[]> {
  const lines = new Map<string, string>();
  for (const { password } of accounts) if (!lines.has(password)) lines.set(password, await hashPassword(password));
  return accounts.map((account) => ({ ...account, password: lines.get(account.password) ?? '' }));
}

async function putScoring(tx: Writer, scored: DemoScoring): Promise<void> {
  await putScoringForm(tx, scored.form);
  for (const plan of scored.plans) await putPlan(tx, plan);
  await keepFinishedCalls(tx, scored.calls);
  await addSums(tx, sumCalls(scored.calls));
  for (const draw of scored.draws) await insertDraw(tx, draw);
  if (scored.calibration) await putCalibration(tx, scored.calibration);
  await insertScorings(tx, scored.scorings);
  await putMarks(
    tx,
    scored.scorings.filter(({ source, result }) => source.kind !== 'calibration' && result !== null),
    scored.form.content,
  );
}

/** @returns those whose calls are young enough to be scored */
async function putOrders(tx: Writer, { nowMs }: Service, city: DemoCity, total: number): Promise<Order[]> {
  const young: Order[] = [];
  const lastNumbers = new Map<string, number>();
  let orders: NumberedOrder[] = [];
  let course: Course[] = [];
  let notices: Notice[] = [];
  const known = demoRules(city);
  const { pack, calendar } = known.rules;
  const startMs = nowMs();
  const articles = new Map(demoArticles(city).map((article) => [String(article.id), article]));
  const flush = async (): Promise<void> => {
    await insertCourse(tx, course);
    await insertOrders(tx, orders);
    await setTimers(
      tx,
      orders.map((order) => planOf(order, pack, calendar)).filter(({ timers }) => timers.length > 0),
    );
    await keepFigures(
      tx,
      orders.map((after) => ({ before: null, after })),
    );
    await insertNotices(tx, notices);
    const usage = demoUsage(orders, articles);
    await addArticleUsage(tx, usage.articles);
    await addQuestionUsage(tx, usage.questions);
    orders = [];
    course = [];
    notices = [];
  };
  for (const { order, history } of demoOrders(SEED, startMs, total, city)) {
    const { id, number, version } = order;
    if (number === null) throw new Error(`demo order ${id} has no number`);
    const counter = monthCounter(number);
    const count = Number(number.slice(number.lastIndexOf('-') + 1));
    lastNumbers.set(counter, Math.max(lastNumbers.get(counter) ?? 0, count));
    orders.push({ ...order, number });
    if (order.call?.source === 'exchange' && msOf(order.createdAt) > startMs - SCORED_MS) young.push(order);
    course.push({ orderId: id, version, entries: history });
    notices.push(...demoNotices(known, order, startMs));
    if (orders.length === BATCH) await flush();
  }
  await flush();
  // The past has been told to whom it concerned.
  await passOver(tx, instant(startMs));
  for (const [counter, last] of lastNumbers) {
    await lockCounter(tx, counter);
    await setCounter(tx, counter, last);
  }
  return young;
}
