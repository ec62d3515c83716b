import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '../../policy/calendar.ts';
import { packOf } from '../../policy/packs.ts';
import { articleRefSchema, type Article } from '../article.ts';
import { fixtureActor, fixtureOrderId, FIXTURE_UNIT } from '../fixtures.ts';
import { articleIdSchema } from '../ids.ts';
import type { Actor } from '../people.ts';
import type { KnowledgeCommand } from './commands.ts';
import type { KnowledgeOutcome } from './decision.ts';
import type { Feedback } from './feedback.ts';
import { manuscriptIdOf, type ArticleDraft, type Manuscript } from './manuscript.ts';
import { checkDueOn, checkStanding, DEFAULT_KNOWLEDGE_SETTINGS } from './settings.ts';
import { decideKnowledge } from './transition.ts';
import { proposerOf } from './writing.ts';

/** Friday 20 November 2026, 16:00 in Beijing. */
const NOW = Date.parse('2026-11-20T08:00:00.000Z');

const articleId = articleIdSchema.parse('k-tq');
const editor = fixtureActor('knowledgeEditor', '1601');
const otherEditor = fixtureActor('knowledgeEditor', '1602');
const operator = fixtureActor('operator', '1001');
const overseer = fixtureActor('overseer', '1301');
const ofUnit = (actor: Actor): Actor => ({
  ...actor,
  unitId: FIXTURE_UNIT,
  grants: { ...actor.grants, units: [FIXTURE_UNIT] },
});
const handler = ofUnit(fixtureActor('handler', '2001'));
const leader = ofUnit(fixtureActor('unitLeader', '2002'));

const text: ArticleDraft = {
  title: '公积金租房提取',
  kind: 'guide',
  unitId: FIXTURE_UNIT,
  body: '连续缴存满三个月可以提取。',
  asked: ['租房能提公积金吗'],
  source: '提取管理办法',
  validUntil: null,
};

const article: Article = { ...text, id: articleId, version: 3, checkedOn: '2026-10-08', state: 'published' };

interface World {
  readonly article: Article | null;
  readonly manuscript: Manuscript | null;
  readonly feedback: Feedback | null;
}

const EMPTY: World = { article: null, manuscript: null, feedback: null };

function decide(world: World, actor: Actor, command: KnowledgeCommand, nowMs = NOW): KnowledgeOutcome {
  const id = 'articleId' in command.payload ? manuscriptIdOf(command.payload.articleId) : fixtureOrderId(1);
  return decideKnowledge({
    ...world,
    id,
    command,
    actor,
    rules: {
      pack: packOf('tonghua'),
      calendar: SHIPPED_CALENDAR,
      settings: DEFAULT_KNOWLEDGE_SETTINGS,
      hasUnit: (unit) => unit === FIXTURE_UNIT,
    },
    nowMs,
  });
}

function after(world: World, actor: Actor, command: KnowledgeCommand, nowMs = NOW): World {
  const outcome = decide(world, actor, command, nowMs);
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return {
    article: outcome.version?.article ?? world.article,
    manuscript: outcome.manuscript ?? world.manuscript,
    feedback: outcome.feedback ?? world.feedback,
  };
}

function code(outcome: KnowledgeOutcome): string {
  return outcome.ok ? 'ok' : outcome.failure.code;
}

const write = (world: World, changes: Partial<ArticleDraft> = {}): KnowledgeCommand => ({
  type: 'article.write',
  payload: {
    articleId,
    seen: world.manuscript?.version ?? 0,
    base: world.article?.version ?? 0,
    text: { ...text, ...changes },
    change: '补充材料',
  },
});
const step = (
  type: 'article.submit' | 'article.publish' | 'article.discard',
  { manuscript }: World,
): KnowledgeCommand => ({ type, payload: { articleId, seen: manuscript?.version ?? 0 } });
const review = ({ manuscript }: World, approve: boolean, opinion = ''): KnowledgeCommand => ({
  type: 'article.review',
  payload: { articleId, seen: manuscript?.version ?? 0, approve, opinion },
});

describe('T: 第十二条 the life of an article', () => {
  it('goes from a draft by the review of the unit that owns it to publication, as the next version, checked today', () => {
    const drafted = after({ ...EMPTY, article }, handler, write({ ...EMPTY, article }, { body: '满六个月。' }));
    expect(drafted.manuscript).toMatchObject({ stage: 'draft', unitId: FIXTURE_UNIT, title: text.title });
    const submitted = after(drafted, handler, step('article.submit', drafted));
    const approved = after(submitted, leader, review(submitted, true));
    expect(approved.manuscript?.stage).toBe('approved');
    expect(code(decide(approved, leader, step('article.publish', approved)))).toBe('NOT_PERMITTED');
    const published = after(approved, editor, step('article.publish', approved));
    expect(published.article).toMatchObject({
      version: 4,
      body: '满六个月。',
      checkedOn: '2026-11-20',
      state: 'published',
    });
    expect(published.manuscript).toMatchObject({ stage: 'idle', draft: null });
    expect(published.manuscript?.course.map(({ deed }) => deed)).toEqual([
      'written',
      'submitted',
      'approved',
      'published',
    ]);
  });

  it('is not reviewed by whoever wrote it, nor by another unit, nor by an operator', () => {
    const drafted = after(EMPTY, leader, write(EMPTY));
    const submitted = after(drafted, leader, step('article.submit', drafted));
    expect(code(decide(submitted, leader, review(submitted, true)))).toBe('OWN_MANUSCRIPT');
    expect(code(decide(submitted, operator, review(submitted, true)))).toBe('KNOWLEDGE_NOT_YOURS');
    expect(code(decide(submitted, editor, review(submitted, true)))).toBe('KNOWLEDGE_NOT_YOURS');
    expect(code(decide(submitted, handler, review(submitted, true)))).toBe('ok');
  });

  it('T13: whoever sees the hot topics hands the editors a draft, and has no right over it afterwards', () => {
    const propose = (unitId: ArticleDraft['unitId'] = null): KnowledgeCommand => ({
      type: 'article.propose',
      payload: { articleId, text: { ...text, unitId }, change: '回应热点诉求' },
    });
    for (const role of ['shiftSupervisor', 'overseer', 'dispatcher', 'leader'] as const)
      expect([role, code(decide(EMPTY, fixtureActor(role, '1101'), propose()))]).toEqual([role, 'ok']);
    for (const actor of [operator, leader, handler, fixtureActor('qualityInspector', '1501')])
      expect([actor.roles, code(decide(EMPTY, actor, propose()))]).toEqual([actor.roles, 'NOT_PERMITTED']);
    expect(code(decide(EMPTY, overseer, propose(FIXTURE_UNIT)))).toBe('KNOWLEDGE_NOT_YOURS');
    expect(code(decide({ ...EMPTY, article }, overseer, propose()))).toBe('MANUSCRIPT_CHANGED');
    const proposed = after(EMPTY, overseer, propose());
    expect(proposed.manuscript).toMatchObject({ stage: 'draft', unitId: null, draft: { base: 0 } });
    expect(code(decide(proposed, overseer, propose()))).toBe('MANUSCRIPT_CHANGED');
    expect(code(decide(proposed, overseer, write(proposed, { unitId: null })))).toBe('KNOWLEDGE_NOT_YOURS');
    expect(code(decide(proposed, overseer, step('article.submit', proposed)))).toBe('KNOWLEDGE_NOT_YOURS');
    expect(code(decide(proposed, editor, write(proposed, { unitId: null })))).toBe('ok');
    const dropped = after(proposed, editor, step('article.discard', proposed));
    expect(dropped.manuscript && proposerOf(dropped.manuscript)?.jobNumber).toBe('1301');
    const anew = after(dropped, editor, write(dropped, { unitId: null }));
    const again = after(anew, editor, step('article.discard', anew));
    expect(again.manuscript && proposerOf(again.manuscript)).toBe(null);
  });

  it('the centre’s own texts are reviewed by another editor', () => {
    const drafted = after(EMPTY, editor, write(EMPTY, { unitId: null }));
    const submitted = after(drafted, editor, step('article.submit', drafted));
    expect(code(decide(submitted, editor, review(submitted, true)))).toBe('OWN_MANUSCRIPT');
    expect(code(decide(submitted, otherEditor, review(submitted, true)))).toBe('ok');
  });

  it('a return says why, and goes on from there', () => {
    const drafted = after(EMPTY, handler, write(EMPTY));
    const submitted = after(drafted, handler, step('article.submit', drafted));
    expect(code(decide(submitted, leader, review(submitted, false)))).toBe('REASON_REQUIRED');
    const returned = after(submitted, leader, review(submitted, false, '缺办理地点'));
    expect(returned.manuscript).toMatchObject({ stage: 'returned', review: { opinion: '缺办理地点' } });
    expect(code(decide(returned, handler, step('article.submit', returned)))).toBe('ok');
  });

  it('what changed under a writer or a reviewer is not overwritten nor approved unseen', () => {
    const drafted = after(EMPTY, handler, write(EMPTY));
    expect(code(decide(drafted, leader, write(EMPTY)))).toBe('MANUSCRIPT_CHANGED');
    const submitted = after(drafted, handler, step('article.submit', drafted));
    const rewritten = after(submitted, handler, write(submitted, { body: '另一段文字。' }));
    expect(rewritten.manuscript?.stage).toBe('draft');
    expect(code(decide(rewritten, leader, review(submitted, true)))).toBe('MANUSCRIPT_CHANGED');
    const corrected = { ...rewritten, article: { ...article, version: 9 } };
    expect(code(decide(corrected, handler, write(rewritten)))).toBe('MANUSCRIPT_CHANGED');
  });

  it('a unit writes only what is its own, and takes no article from another', () => {
    expect(code(decide(EMPTY, handler, write(EMPTY, { unitId: null })))).toBe('KNOWLEDGE_NOT_YOURS');
    const foreign = { ...EMPTY, article: { ...article, unitId: null } };
    expect(code(decide(foreign, handler, write(foreign)))).toBe('KNOWLEDGE_NOT_YOURS');
    expect(code(decide(EMPTY, operator, write(EMPTY)))).toBe('KNOWLEDGE_NOT_YOURS');
    expect(code(decide(EMPTY, { ...handler, grants: { ...handler.grants, permissions: [] } }, write(EMPTY)))).toBe(
      'KNOWLEDGE_NOT_YOURS',
    );
  });

  it('a correction by the editor is the next version at once, with its reason', () => {
    const world = { ...EMPTY, article };
    const command: KnowledgeCommand = {
      type: 'article.correct',
      payload: { articleId, seen: 0, base: 3, text: { ...text, body: '电话改为 12329。' }, reason: '电话已变更' },
    };
    expect(code(decide(world, handler, command))).toBe('NOT_PERMITTED');
    const corrected = after(world, editor, command);
    expect(corrected.article).toMatchObject({ version: 4, body: '电话改为 12329。' });
    expect(corrected.manuscript?.course.at(-1)).toMatchObject({ deed: 'corrected', text: '电话已变更', version: 4 });
  });

  it('expires, is archived and comes back', () => {
    const reason = '政策到期';
    const world = { ...EMPTY, article };
    const expired = after(world, handler, { type: 'article.expire', payload: { articleId, reason } });
    expect(expired.article).toMatchObject({ state: 'expired', version: 4 });
    expect(code(decide(world, handler, { type: 'article.archive', payload: { articleId, reason } }))).toBe(
      'NOT_PERMITTED',
    );
    const archived = after(expired, editor, { type: 'article.archive', payload: { articleId, reason } });
    expect(archived.article?.state).toBe('archived');
    const restored = after(archived, editor, { type: 'article.restore', payload: { articleId, reason } });
    expect(restored.article).toMatchObject({ state: 'published', version: 6, checkedOn: '2026-11-20' });
  });
});

describe('T13: 第十八条 knowledge that is not kept up', () => {
  const late = { ...EMPTY, article: { ...article, checkedOn: '2026-05-19' } };
  const supervise: KnowledgeCommand = {
    type: 'article.supervise',
    payload: { articleId, form: 'phone', text: '请于本周内核对' },
  };

  it('is late the day after its last day, by its kind', () => {
    expect(checkDueOn({ kind: 'guide', checkedOn: '2026-05-20' }, DEFAULT_KNOWLEDGE_SETTINGS)).toBe('2026-11-20');
    expect(checkDueOn({ kind: 'guide', checkedOn: '2026-08-31' }, DEFAULT_KNOWLEDGE_SETTINGS)).toBe('2027-02-28');
    const standing = (checkedOn: string) =>
      checkStanding({ kind: 'guide', checkedOn }, DEFAULT_KNOWLEDGE_SETTINGS, NOW);
    expect([standing('2026-05-19'), standing('2026-05-20'), standing('2026-10-08')]).toEqual(['late', 'near', 'fine']);
  });

  it('may be supervised by the overseer once it is late, in a form of the city, and is answered by the check', () => {
    const [form] = packOf('tonghua').supervision?.forms ?? [];
    const payload = { articleId, form: form?.id ?? '', text: '请于本周内核对' };
    const command: KnowledgeCommand = { type: 'article.supervise', payload };
    expect(code(decide({ ...EMPTY, article }, overseer, command))).toBe('CHECK_NOT_LATE');
    expect(code(decide(late, editor, command))).toBe('NOT_PERMITTED');
    expect(code(decide(late, overseer, { ...supervise, payload: { ...payload, form: 'dream' } }))).toBe(
      'SUPERVISION_UNKNOWN',
    );
    const supervised = after(late, overseer, command);
    expect(supervised.manuscript?.supervision).toMatchObject({ form: form?.id });
    expect(code(decide(supervised, overseer, command))).toBe('ALREADY_SUPERVISED');
    const checked = after(supervised, handler, { type: 'article.check', payload: { articleId, opinion: '无变化' } });
    expect(checked.manuscript?.supervision).toBeNull();
    expect(checked.article).toMatchObject({ checkedOn: '2026-11-20', version: 4 });
  });

  it('a draft under way goes on from what was only checked', () => {
    const drafted = after({ ...EMPTY, article }, handler, write({ ...EMPTY, article }));
    const checked = after(drafted, editor, { type: 'article.check', payload: { articleId, opinion: '' } });
    const submitted = after(checked, handler, step('article.submit', checked));
    const approved = after(submitted, leader, review(submitted, true));
    expect(code(decide(approved, editor, step('article.publish', approved)))).toBe('ok');
  });
});

describe('what an operator reports', () => {
  const ref = articleRefSchema.parse({ articleId, version: 3, title: text.title });
  const wrong: KnowledgeCommand = {
    type: 'feedback.report',
    payload: { kind: 'wrong', article: ref, query: '', note: '电话打不通' },
  };
  const world = { ...EMPTY, article };

  it('goes to the unit that keeps the article, to be answered within the centre’s days', () => {
    const { feedback } = after(world, operator, wrong);
    // Two working days after a Friday end on Tuesday at 24:00.
    expect(feedback).toMatchObject({ unitId: FIXTURE_UNIT, state: 'open', due: '2026-11-24T16:00:00.000Z' });
  });

  it('T17: keeps no number that names somebody', () => {
    const { feedback } = after(world, operator, {
      type: 'feedback.report',
      payload: {
        kind: 'notFound',
        article: null,
        query: '身份证 410611199001011234 怎么办居住证',
        note: '机主13800001234',
      },
    });
    expect(feedback?.query).toBe('身份证 **** 怎么办居住证');
    expect(feedback?.note).toBe('机主****');
  });

  it('is answered by its owner, once, and the answer names what became of it', () => {
    const reported = after(world, operator, wrong);
    const settle: KnowledgeCommand = {
      type: 'feedback.settle',
      payload: { outcome: 'corrected', reply: '电话已更正', article: ref },
    };
    expect(code(decide(reported, operator, settle))).toBe('KNOWLEDGE_NOT_YOURS');
    const settled = after(after(reported, handler, { type: 'feedback.take', payload: {} }), handler, settle);
    expect(settled.feedback).toMatchObject({
      state: 'settled',
      settled: { outcome: 'corrected', reply: '电话已更正' },
    });
    expect(code(decide(settled, handler, settle))).toBe('FEEDBACK_SETTLED');
  });

  it('a question nobody could answer is the centre’s until an editor gives it to a unit; a unit only gives back', () => {
    const asked = after(EMPTY, operator, {
      type: 'feedback.report',
      payload: { kind: 'unanswered', article: null, query: '人才公寓怎么申请', note: '' },
    });
    expect(asked.feedback?.unitId).toBeNull();
    const give = { type: 'feedback.assign', payload: { unitId: FIXTURE_UNIT, note: '请提供材料清单' } } as const;
    expect(code(decide(asked, handler, give))).toBe('KNOWLEDGE_NOT_YOURS');
    const given = after(asked, editor, give);
    expect(given.feedback).toMatchObject({ unitId: FIXTURE_UNIT, note: '请提供材料清单' });
    expect(code(decide(given, handler, give))).toBe('NOT_PERMITTED');
    const back = after(given, handler, { type: 'feedback.assign', payload: { unitId: null, note: '不属本单位' } });
    expect(back.feedback?.unitId).toBeNull();
  });

  it('must be about something', () => {
    const empty = {
      type: 'feedback.report',
      payload: { kind: 'notFound', article: null, query: '', note: '' },
    } as const;
    expect(code(decide(EMPTY, operator, empty))).toBe('INVALID_INPUT');
    expect(code(decide(EMPTY, operator, { ...empty, payload: { ...empty.payload, kind: 'wrong' } }))).toBe(
      'ARTICLE_NOT_FOUND',
    );
  });
});

describe('the id of an article’s working side', () => {
  it('is a UUID made of the article’s key, and the key itself where that is one', () => {
    expect(manuscriptIdOf(articleId)).toBe(manuscriptIdOf(articleId));
    expect(manuscriptIdOf(articleId)).not.toBe(manuscriptIdOf(articleIdSchema.parse('k-tq2')));
    expect(manuscriptIdOf(articleId)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(manuscriptIdOf(articleIdSchema.parse(fixtureOrderId(7)))).toBe(fixtureOrderId(7));
  });

  it('is what commands about it must be under', () => {
    const outcome = decideKnowledge({
      ...EMPTY,
      id: fixtureOrderId(5),
      command: write(EMPTY),
      actor: editor,
      rules: {
        pack: packOf('tonghua'),
        calendar: SHIPPED_CALENDAR,
        settings: DEFAULT_KNOWLEDGE_SETTINGS,
        hasUnit: () => true,
      },
      nowMs: NOW,
    });
    expect(code(outcome)).toBe('INVALID_INPUT');
  });
});
