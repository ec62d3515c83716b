import type { Article } from '../../shared/domain/article.ts';
import { articleIdSchema, orderIdSchema, uuidV7, type OrderId } from '../../shared/domain/ids.ts';
import type { KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { NewVersion } from '../../shared/domain/knowledge/decision.ts';
import type { Feedback } from '../../shared/domain/knowledge/feedback.ts';
import { blocksOfPlain } from '../../shared/domain/knowledge/plain-text.ts';
import { manuscriptIdOf, type ArticleDraft, type Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import { DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import { decideKnowledge } from '../../shared/domain/knowledge/transition.ts';
import { DEFAULT_ROLES, type Actor, type RoleId } from '../../shared/domain/people.ts';
import { beijingDate } from '../../shared/instant.ts';
import { demoAccounts } from './accounts.ts';
import type { DemoCity } from './city.ts';
import { demoRules } from './rules.ts';

/** How the demo's knowledge has fared: articles in every state, and what operators have said of them. */
export interface DemoKnowledge {
  /** The articles with what has been done to some of them. */
  readonly articles: readonly Article[];
  readonly versions: readonly NewVersion[];
  readonly manuscripts: readonly Manuscript[];
  readonly feedback: readonly Feedback[];
}

const DAY_MS = 86_400_000;

const PROPOSED = {
  title: '老旧小区充电桩安装',
  kind: 'faq',
  unitId: null,
  asked: ['小区不让装充电桩找谁'],
  source: '',
  validUntil: null,
  body: {
    blocks: blocksOfPlain(
      '# 诉求情况\n老旧小区充电桩安装：近期集中反映 12 件，平常 4 件。\n\n# 答复口径\n请核实现行政策后填写，核实前不得作为答复依据。',
    ),
  },
} satisfies ArticleDraft;

/** Plays some days of those who keep knowledge, by the same rules that real ones keep. */
export function demoKnowledge(city: DemoCity, articles: readonly Article[], nowMs: number): DemoKnowledge {
  const { pack, calendar } = demoRules(city).rules;
  const rules = { pack, calendar, settings: DEFAULT_KNOWLEDGE_SETTINGS, hasUnit: () => true };
  const accounts = demoAccounts(city);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const manuscripts = new Map<OrderId, Manuscript>();
  const feedback = new Map<OrderId, Feedback>();
  const versions: NewVersion[] = [];

  const actorOf = (role: RoleId, unitId: string | null = null, place = 0): Actor | null => {
    const account = accounts.filter((one) => one.roles.includes(role) && (unitId === null || one.unitId === unitId))[
      place
    ];
    if (!account) return null;
    return {
      accountId: account.id,
      jobNumber: account.jobNumber,
      name: account.name,
      unitId: account.unitId,
      roles: [...account.roles],
      grants: {
        permissions: account.roles.flatMap((one) => [...DEFAULT_ROLES[one].permissions]),
        sensitivities: ['normal'],
        units: account.unitId === null ? 'all' : [account.unitId],
      },
    };
  };
  const say = (
    actor: Actor | null,
    command: KnowledgeCommand,
    atMs: number,
    id: OrderId | null = null,
  ): OrderId | null => {
    if (!actor) return null;
    const named = 'articleId' in command.payload ? manuscriptIdOf(command.payload.articleId) : id;
    if (!named) return null;
    const about =
      'articleId' in command.payload
        ? command.payload.articleId
        : 'article' in command.payload
          ? command.payload.article?.articleId
          : undefined;
    const outcome = decideKnowledge({
      id: named,
      manuscript: manuscripts.get(named) ?? null,
      article: about ? (byId.get(about) ?? null) : null,
      feedback: feedback.get(named) ?? null,
      command,
      actor,
      rules,
      nowMs: atMs,
    });
    if (!outcome.ok) return null;
    if (outcome.manuscript) manuscripts.set(named, outcome.manuscript);
    if (outcome.feedback) feedback.set(named, outcome.feedback);
    if (outcome.version) {
      byId.set(outcome.version.article.id, outcome.version.article);
      versions.push(outcome.version);
    }
    return named;
  };

  const owned = articles.filter(
    ({ unitId, kind }) => unitId !== null && kind !== 'contact' && actorOf('handler', unitId),
  );
  const pick = (place: number): Article | undefined => owned[Math.floor((place * owned.length) / 12)];
  const editor = actorOf('knowledgeEditor');
  const operator = actorOf('operator');

  /** A draft by the unit, taken as far as `until`. */
  const manuscript = (
    article: Article | undefined,
    daysAgo: number,
    until: 'draft' | 'reviewing' | 'returned' | 'approved' | 'published',
  ): void => {
    if (!article) return;
    const atMs = nowMs - daysAgo * DAY_MS;
    const reviewer = actorOf('unitLeader', article.unitId) ?? actorOf('handler', article.unitId);
    const handler = actorOf('handler', article.unitId);
    // Where one person does everything at a unit, the centre writes and they review.
    const writer = handler?.accountId === reviewer?.accountId ? editor : handler;
    const articleId = article.id;
    const seen = (): number => manuscripts.get(manuscriptIdOf(articleId))?.version ?? 0;
    const { title, kind, unitId, asked, source, validUntil, body } = article;
    const more = '# 温馨提示\n- 周末和法定节假日不办理，可先在网上预约';
    const words =
      typeof body === 'string' ? `${body}\n\n${more}` : { blocks: [...body.blocks, ...blocksOfPlain(more)] };
    const text = { title, kind, unitId, asked, source, validUntil, body: words };
    say(
      writer,
      { type: 'article.write', payload: { articleId, seen: 0, base: article.version, text, change: '补充办理时间' } },
      atMs,
    );
    if (until === 'draft') return;
    say(writer, { type: 'article.submit', payload: { articleId, seen: seen() } }, atMs + 3_600_000);
    if (until === 'reviewing') return;
    const opinion = until === 'returned' ? '请写明预约的网址和电话' : '已核实';
    say(
      reviewer,
      { type: 'article.review', payload: { articleId, seen: seen(), approve: until !== 'returned', opinion } },
      atMs + 7_200_000,
    );
    if (until === 'published')
      say(editor, { type: 'article.publish', payload: { articleId, seen: seen() } }, atMs + 10_800_000);
  };
  manuscript(pick(0), 1, 'draft');
  manuscript(pick(1), 1, 'reviewing');
  manuscript(pick(2), 2, 'returned');
  manuscript(pick(3), 2, 'approved');
  manuscript(pick(4), 6, 'published');

  // T13: what was seen to rise, and begun by somebody who keeps no knowledge.
  const proposedMs = nowMs - 5 * 3_600_000;
  say(
    actorOf('overseer'),
    {
      type: 'article.propose',
      payload: {
        articleId: articleIdSchema.parse(uuidV7(proposedMs, new Uint8Array(10).fill(9))),
        text: PROPOSED,
        change: `回应热点诉求：${PROPOSED.title}`,
      },
    },
    proposedMs,
  );

  const old = pick(5);
  if (old)
    say(
      editor,
      { type: 'article.expire', payload: { articleId: old.id, reason: '政策执行期已满' } },
      nowMs - 8 * DAY_MS,
    );
  const gone = pick(6);
  if (gone)
    say(
      editor,
      { type: 'article.archive', payload: { articleId: gone.id, reason: '已并入新的办事指南' } },
      nowMs - 9 * DAY_MS,
    );

  // T13: a few whose check is overdue or near, for the owner and for the overseer.
  for (const [place, daysAgo] of [
    [7, 200],
    [8, 195],
    [9, 178],
  ] as const) {
    const article = pick(place);
    if (article) byId.set(article.id, { ...article, kind: 'guide', checkedOn: beijingDate(nowMs - daysAgo * DAY_MS) });
  }

  const report = (
    place: number,
    payload: Extract<KnowledgeCommand, { type: 'feedback.report' }>['payload'],
    hoursAgo: number,
  ): OrderId | null => {
    const atMs = nowMs - hoursAgo * 3_600_000;
    const seed = Uint8Array.from({ length: 10 }, (_, at) => (place * 31 + at * 17) % 256);
    return say(operator, { type: 'feedback.report', payload }, atMs, orderIdSchema.parse(uuidV7(atMs, seed)));
  };
  const refOf = (article: Article | undefined) =>
    article ? { articleId: article.id, version: article.version, title: article.title } : null;
  report(1, { kind: 'wrong', article: refOf(pick(0)), query: '', note: '窗口电话打不通，来电人说已换号' }, 3);
  report(2, { kind: 'outdated', article: refOf(pick(8)), query: '', note: '来电人称今年标准已调整' }, 60);
  report(3, { kind: 'unanswered', article: null, query: '新能源车充电桩进小区谁审批', note: '' }, 20);
  const taken = report(4, { kind: 'notFound', article: null, query: '异地就医备案撤销', note: '' }, 26);
  if (taken) say(editor, { type: 'feedback.take', payload: {} }, nowMs - 20 * 3_600_000, taken);
  const answered = report(5, { kind: 'wrong', article: refOf(pick(4)), query: '', note: '办理时间不对' }, 150);
  if (answered) {
    const reply = '已按窗口现行时间更正，请按新版本答复';
    say(
      editor,
      { type: 'feedback.settle', payload: { outcome: 'corrected', reply, article: refOf(pick(4)) } },
      nowMs - 140 * 3_600_000,
      answered,
    );
  }
  return {
    articles: articles.map((article) => byId.get(article.id) ?? article),
    versions,
    manuscripts: [...manuscripts.values()],
    feedback: [...feedback.values()],
  };
}
