import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { articleVersions } from '../../db/central/knowledge.ts';
import { putArticles, referenceRows } from '../../db/central/reference.ts';
import { articleUsage, questionUsage } from '../../db/central/usage.ts';
import { articleSchema } from '../../shared/domain/article.ts';
import { articleIdSchema } from '../../shared/domain/ids.ts';
import { manuscriptIdOf } from '../../shared/domain/knowledge/manuscript.ts';
import type { Row } from '../../shared/sync/feed.ts';
import {
  addDesk,
  addPerson,
  answered,
  memoryDatabase,
  testClock,
  testService,
  type TestDesk,
} from '../../tests/support/central.ts';
import { keepersOf, type Keepers } from '../../tests/support/knowledge.ts';
import { pull } from '../feed/pull.ts';
import { snapshot } from '../feed/snapshot.ts';
import type { Service } from '../service.ts';
import { fireTimers } from '../timers/fire.ts';
import { planArticles } from './plan-articles.ts';

const DAY_MS = 86_400_000;
const articleId = articleIdSchema.parse('k-tq');
const aggregate = manuscriptIdOf(articleId);
const text = {
  title: '公积金租房提取',
  kind: 'guide',
  unitId: 'u-one',
  body: '连续缴存满三个月可以提取。',
  asked: [],
  source: '',
  validUntil: null,
} as const;

type Who = 'editor' | 'operator' | 'overseer' | 'shiftSupervisor' | 'followUp' | 'handler' | 'leader' | 'stranger';

describe('knowledge at the centre', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let keepers: Keepers<Who>;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    keepers = await keepersOf(service, {
      editor: { roles: ['knowledgeEditor'] },
      operator: { roles: ['operator'] },
      overseer: { roles: ['overseer'] },
      shiftSupervisor: { roles: ['shiftSupervisor'] },
      followUp: { roles: ['followUpAgent'] },
      handler: { roles: ['handler'], unit: 'u-one' },
      leader: { roles: ['unitLeader'], unit: 'u-one' },
      stranger: { roles: ['handler'], unit: 'u-two' },
    });
    await putArticles(db, [
      articleSchema.parse({ ...text, id: articleId, version: 1, checkedOn: '2026-10-08', state: 'published' }),
    ]);
    await planArticles(service);
  }, 60_000);
  afterAll(() => db.close());

  const desk = (who: Who): TestDesk => keepers.desk(who);
  const say = (who: Who, type: string, payload: object, id: string = aggregate): Promise<string> =>
    keepers.say(who, type, payload, id);
  const copyOf = async (who: Who, entity: 'manuscript' | 'feedback' | 'notice'): Promise<Row[]> =>
    (await snapshot(db, await keepers.actor(who), entity, null, clock.nowMs())).rows;
  const seen = async (): Promise<number> => {
    const [row] = await copyOf('editor', 'manuscript');
    return row?.version ?? 0;
  };
  const noticeTexts = async (who: Who): Promise<string[]> =>
    (await copyOf(who, 'notice')).flatMap((row) => (row.entity === 'notice' ? [row.data.text] : []));

  it('T: 第十二条 publishes what the owning unit approved, keeps every version, and tells those whose turn it is', async () => {
    const written = { articleId, seen: 0, base: 1, text: { ...text, body: '满六个月可以提取。' }, change: '新规' };
    expect(await say('stranger', 'article.write', written)).toBe('KNOWLEDGE_NOT_YOURS');
    expect(await say('handler', 'article.write', written)).toBe('accepted');
    expect(await say('handler', 'article.submit', { articleId, seen: await seen() })).toBe('accepted');
    expect(await noticeTexts('leader')).toContain('知识《公积金租房提取》送审，请审核。');
    expect(await say('leader', 'article.review', { articleId, seen: await seen(), approve: true, opinion: '' })).toBe(
      'accepted',
    );
    expect(await noticeTexts('editor')).toContain('知识《公积金租房提取》审核通过，请发布。');
    expect(await say('editor', 'article.publish', { articleId, seen: await seen() })).toBe('accepted');
    const [article] = await referenceRows(db, 'article', [articleId]);
    expect(article).toMatchObject({ version: 2, body: '满六个月可以提取。', checkedOn: '2026-11-21' });
    const versions = await articleVersions(db, articleId);
    expect(versions.map(({ deed, article: { version, body } }) => [version, deed, body])).toEqual([
      [2, 'published', '满六个月可以提取。'],
      [1, null, '连续缴存满三个月可以提取。'],
    ]);
  });

  it('lets nobody but its keepers have what is not published', async () => {
    expect(await copyOf('editor', 'manuscript')).toHaveLength(1);
    expect(await copyOf('handler', 'manuscript')).toHaveLength(1);
    expect(await copyOf('stranger', 'manuscript')).toHaveLength(0);
    expect(await copyOf('operator', 'manuscript')).toHaveLength(0);
  });

  it('a correction reaches a desk that follows the feed', async () => {
    const reader = await keepers.actor('operator');
    const { head, epoch } = await snapshot(db, reader, 'centre', null, clock.nowMs());
    const payload = {
      articleId,
      seen: await seen(),
      base: 2,
      text: { ...text, body: '满三个月可以提取。' },
      reason: '新规暂缓',
    };
    expect(await say('editor', 'article.correct', payload)).toBe('accepted');
    const pulled = await pull(db, reader, { cursor: head, epoch });
    if (pulled.kind !== 'changes') throw new Error('resync');
    const rows = pulled.changes.flatMap((change) => (change.op === 'put' ? [change.row] : []));
    expect(rows.map(({ entity }) => entity)).toEqual(['article']);
    expect(rows[0]?.data).toMatchObject({ version: 3, body: '满三个月可以提取。' });
  });

  it('a report goes to the owner and its answer back to whoever reported', async () => {
    const id = randomUUID();
    const article = { articleId, version: 3, title: text.title };
    const report = { kind: 'wrong', article, query: '', note: '电话打不通' };
    expect(await say('operator', 'feedback.report', report, id)).toBe('accepted');
    expect((await noticeTexts('handler')).join()).toContain('话务员反馈知识问题：错误（《公积金租房提取》）');
    expect(await copyOf('stranger', 'feedback')).toHaveLength(0);
    const settle = { outcome: 'corrected', reply: '电话已更正', article };
    expect(await say('stranger', 'feedback.settle', settle, id)).toBe('KNOWLEDGE_NOT_YOURS');
    expect(await say('handler', 'feedback.settle', settle, id)).toBe('accepted');
    expect((await noticeTexts('operator')).join()).toContain('您的知识反馈已有答复：《公积金租房提取》已更正。');
    const [mine] = await copyOf('operator', 'feedback');
    expect(mine?.data).toMatchObject({ state: 'settled', settled: { reply: '电话已更正' } });
  });

  it('the same report delivered twice is one report', async () => {
    const id = randomUUID();
    const at = desk('operator');
    const envelope = at.say({
      type: 'feedback.report',
      payload: { kind: 'unanswered', article: null, query: '人才公寓', note: '' },
      orderId: id,
    });
    await at.push(envelope);
    await at.push(envelope);
    expect((await copyOf('editor', 'feedback')).filter((row) => row.id === id)).toHaveLength(1);
  });

  it('counts what answered a call at once, what left the caller dissatisfied, and what a desk has counted, without numbers that name somebody', async () => {
    const at = desk('operator');
    const order = answered();
    const ref = { articleId, version: 3, title: text.title };
    const payload = Object.assign({}, order.payload, { answer: { text: '可以提取', articles: [ref, ref] } });
    const orderId = randomUUID();
    await at.push(at.say({ ...order, payload, orderId }));
    const rated = { reached: true, rating: 'dissatisfied', reasonable: true, note: '说得不对', call: null };
    const caller = desk('followUp');
    await caller.push(caller.say({ type: 'order.followUp', payload: rated, orderId }));
    const usage = {
      articles: [{ articleId, day: '2026-11-21', opened: 3 }],
      questions: [{ words: '租房 13800001234', day: '2026-11-21', asked: 2, notFound: 1, used: 1 }],
    };
    expect(await say('operator', 'knowledge.usage', usage, randomUUID())).toBe('accepted');
    expect(await say('operator', 'knowledge.usage', usage, randomUUID())).toBe('accepted');
    const span = { from: '2026-11-01', to: '2026-11-30' };
    expect(await articleUsage(db, span, 10)).toEqual([{ articleId, opened: 6, used: 1, dissatisfied: 1 }]);
    expect(await questionUsage(db, span, 10)).toEqual([{ words: '租房 ****', asked: 4, notFound: 2, used: 2 }]);
  });

  it('T13: a draft from a hot topic lands with the editors, and whoever began it hears what became of it', async () => {
    const proposed = articleIdSchema.parse('k-hot');
    const id = manuscriptIdOf(proposed);
    const topic = { ...text, title: '充电桩安装', unitId: null };
    const payload = { articleId: proposed, text: topic, change: '回应热点诉求' };
    expect(await say('operator', 'article.propose', payload, id)).toBe('NOT_PERMITTED');
    expect(await say('shiftSupervisor', 'article.propose', payload, id)).toBe('accepted');
    expect(await noticeTexts('editor')).toContain('新起草知识《充电桩安装》，请核实补充后送审。');
    const listed = await copyOf('editor', 'manuscript');
    expect(listed.find((row) => row.id === id)?.data).toMatchObject({ stage: 'draft', draft: { text: topic } });
    expect(await copyOf('shiftSupervisor', 'manuscript')).toHaveLength(0);
    const step = { articleId: proposed, seen: 1 };
    expect(await say('shiftSupervisor', 'article.submit', step, id)).toBe('KNOWLEDGE_NOT_YOURS');
    expect(await say('editor', 'article.submit', step, id)).toBe('accepted');
    expect(await say('editor', 'article.review', { ...step, seen: 2, approve: true, opinion: '' }, id)).toBe(
      'accepted',
    );
    expect(await say('editor', 'article.publish', { ...step, seen: 3 }, id)).toBe('accepted');
    const told = (await copyOf('shiftSupervisor', 'notice')).flatMap((row) =>
      row.entity === 'notice' && row.data.articleId === proposed && row.data.accountId ? [row.data] : [],
    );
    expect(told.map(({ text: said, accountId }) => [said, accountId])).toEqual([
      ['您的知识反馈已有答复：《充电桩安装》已补充知识。', desk('shiftSupervisor').person.id],
    ]);
  });

  it('ends an article with its validity', async () => {
    const valid = articleIdSchema.parse('k-heat');
    const id = manuscriptIdOf(valid);
    const at = desk('editor');
    const body = { ...text, title: '供暖时间', unitId: null, validUntil: '2026-12-05' };
    const write = { articleId: valid, seen: 0, base: 0, text: body, change: '' };
    const other = await addDesk(service, await addPerson(service, { roles: ['knowledgeEditor'] }));
    await at.push(at.say({ type: 'article.write', payload: write, orderId: id }));
    await at.push(at.say({ type: 'article.submit', payload: { articleId: valid, seen: 1 }, orderId: id }));
    const review = { articleId: valid, seen: 2, approve: true, opinion: '' };
    await other.push(other.say({ type: 'article.review', payload: review, orderId: id }));
    await at.push(at.say({ type: 'article.publish', payload: { articleId: valid, seen: 3 }, orderId: id }));
    clock.advance(20 * DAY_MS);
    await fireTimers(service);
    const [article] = await referenceRows(db, 'article', [valid]);
    expect(article).toMatchObject({ state: 'expired', version: 2 });
    expect(await noticeTexts('editor')).toContain('知识《供暖时间》有效期已到，已自动失效；如仍有效请更新。');
  });

  it('T13: 第十八条 an article not checked in time is told to its owner and to the overseer, who may supervise it', async () => {
    clock.advance(190 * DAY_MS);
    await fireTimers(service);
    const late = '知识《公积金租房提取》超过核对期限未核对（u-one局）。';
    expect(await noticeTexts('handler')).toContain(late);
    expect(await noticeTexts('overseer')).toContain(late);
    expect(await noticeTexts('stranger')).not.toContain(late);
    await fireTimers(service);
    expect((await noticeTexts('overseer')).filter((told) => told === late)).toHaveLength(1);
  });
});
