import { describe, expect, it } from 'vitest';
import { draftSchema, emptyForm, type DraftForm } from '../../../../shared/domain/draft.ts';
import { unitIdSchema } from '../../../../shared/domain/ids.ts';
import { instant } from '../../../../shared/instant.ts';
import { buildContinuation, buildOutcome, type Built } from './commands.ts';
import { activeEntry, EMPTY_DRAFTS, withOpened, withView, type DraftEntry, type DraftView } from './draft-state.ts';
import type { CallRef } from '../../../../shared/domain/call.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const GJJ = unitIdSchema.parse('u-gjj');
const COMPLETE: Partial<DraftForm> = { category: 'help', content: '租房提取公积金被退回' };

function entry(form: Partial<DraftForm>, more: { view?: Partial<DraftView>; call?: CallRef } = {}): DraftEntry {
  const draft = draftSchema.parse({
    id: '00000000-0000-7000-8000-000000000001',
    orderId: '00000000-0000-7000-9000-000000000001',
    provisionalNumber: '待编-7K2M-0001',
    openedAt: instant(NOW),
    updatedAt: instant(NOW),
    call: more.call ?? null,
    form: { ...emptyForm('13800005521'), ...form },
  });
  const opened = withOpened(EMPTY_DRAFTS, draft);
  const found = activeEntry(withView(opened, draft.id, more.view ?? {}));
  if (!found) throw new Error('the draft just opened is not there');
  return found;
}

function errorsOf(built: Built) {
  return built.ok ? {} : built.errors;
}

describe('from a form to an order', () => {
  it('即办: carries the request, the answer and the articles with their versions', () => {
    const article = { articleId: 'k-0132', version: 3, title: '租房提取' };
    const form = draftSchema.shape.form.parse({
      ...emptyForm('13800005521'),
      ...COMPLETE,
      answerText: '请带租赁合同',
      answerArticles: [article],
      articlesRead: [article],
    });
    const built = buildOutcome(entry(form), 'immediate', NOW);
    expect(built).toMatchObject({
      ok: true,
      command: {
        type: 'order.answerImmediately',
        payload: {
          request: { content: '租房提取公积金被退回', caller: { phone: '13800005521' } },
          answer: { text: '请带租赁合同', articles: [article] },
          articlesRead: [article],
          provisionalNumber: '待编-7K2M-0001',
        },
      },
    });
  });

  it('names every missing field at once, each in words', () => {
    expect(errorsOf(buildOutcome(entry({ content: '  ' }), 'immediate', NOW))).toEqual({
      category: '请选择类别',
      content: '请写下诉求内容',
      answer: '请写下答复内容',
    });
  });

  it('转办: needs a unit, and a number to ring back where a reply by phone is promised', () => {
    const form = { ...COMPLETE, caller: { name: '', phone: '', address: '' } };
    expect(Object.keys(errorsOf(buildOutcome(entry(form), 'forward', NOW)))).toEqual(['unit', 'callerPhone']);
    expect(buildOutcome(entry({ ...form, replyBy: 'none', unitId: GJJ }), 'forward', NOW).ok).toBe(true);
  });

  it('转办 with a written reply: needs an address that an anonymous caller does not give', () => {
    const caller = { name: '张三', phone: '13800005521', address: '淇滨区黎阳路 1 号' };
    const form: Partial<DraftForm> = { ...COMPLETE, replyBy: 'written', unitId: GJJ, caller };
    expect(buildOutcome(entry(form), 'forward', NOW).ok).toBe(true);
    expect(errorsOf(buildOutcome(entry({ ...form, identity: 'anonymous' }), 'forward', NOW))).toHaveProperty(
      'callerAddress',
    );
  });

  it('T7: 登记受理 needs no unit, and carries what the dispatcher has to know', () => {
    const built = buildOutcome(entry({ ...COMPLETE, note: '来电人说不清归哪里管' }), 'accept', NOW);
    expect(built).toMatchObject({
      ok: true,
      command: { type: 'order.accept', payload: { note: '来电人说不清归哪里管' } },
    });
    const unreachable = { ...COMPLETE, caller: { name: '', phone: '', address: '' } };
    expect(Object.keys(errorsOf(buildOutcome(entry(unreachable), 'accept', NOW)))).toEqual(['callerPhone']);
  });

  it('J1: the order keeps the channel the request came by', () => {
    const built = buildOutcome(entry({ ...COMPLETE, answerText: '好', channel: 'mailbox' }), 'immediate', NOW);
    expect(built).toMatchObject({ ok: true, command: { payload: { request: { channel: 'mailbox' } } } });
  });

  it('直办: only with an attempt in which the unit answered', () => {
    const attempt = {
      unitId: GJJ,
      contactName: '李工',
      phone: '0392-3310001',
      startedAt: instant(NOW - 60_000),
      answeredAt: null,
      endedAt: instant(NOW),
      outcome: 'busy',
    } as const;
    const form = { ...COMPLETE, answerText: '已当场答复' };
    expect(errorsOf(buildOutcome(entry({ ...form, directAttempts: [attempt] }), 'direct', NOW))).toHaveProperty(
      'direct',
    );
    const answered = entry({ ...form, directAttempts: [attempt, { ...attempt, outcome: 'answered' }] });
    expect(buildOutcome(answered, 'direct', NOW).ok).toBe(true);
  });

  it('a failed 直办 made a 转办 carries its attempts', () => {
    const attempt = {
      unitId: GJJ,
      contactName: '李工',
      phone: '0392-3310001',
      startedAt: instant(NOW - 60_000),
      answeredAt: null,
      endedAt: instant(NOW),
      outcome: 'noAnswer',
    } as const;
    const built = buildOutcome(entry({ ...COMPLETE, unitId: GJJ, directAttempts: [attempt] }), 'forward', NOW);
    expect(built).toMatchObject({ ok: true, command: { payload: { directAttempts: [attempt] } } });
  });

  it('不予受理: needs a ground', () => {
    expect(errorsOf(buildOutcome(entry(COMPLETE), 'refusal', NOW))).toEqual({ ground: '请选择不予受理的理由' });
    const chosen = entry(COMPLETE, { view: { groundId: 'H3-3', writtenNotice: true } });
    expect(buildOutcome(chosen, 'refusal', NOW)).toMatchObject({
      ok: true,
      command: { payload: { groundId: 'H3-3', written: true } },
    });
  });

  it('J14: whether the caller gives a name is on the order; of one who does not, name and address stay out of it', () => {
    const caller = { name: '张三', phone: '13800005521', address: '淇滨区黎阳路 1 号' };
    const built = buildOutcome(
      entry({ ...COMPLETE, answerText: '好', identity: 'anonymous', caller }),
      'immediate',
      NOW,
    );
    expect(built).toMatchObject({
      ok: true,
      command: {
        payload: { request: { identity: 'anonymous', caller: { name: '', phone: '13800005521', address: '' } } },
      },
    });
  });

  it('J14: the accused belong to 投诉 and 举报 only', () => {
    const accused = { unit: '市住房公积金中心', person: '', unitId: GJJ };
    const asked = (category: DraftForm['category']) =>
      buildOutcome(entry({ ...COMPLETE, category, accused, answerText: '好' }), 'immediate', NOW);
    expect(asked('complaint')).toMatchObject({ ok: true, command: { payload: { request: { accused } } } });
    expect(asked('consultation')).toMatchObject({
      ok: true,
      command: { payload: { request: { accused: { unit: '', unitId: null } } } },
    });
  });

  it('nothing happened in the future', () => {
    const form = { ...COMPLETE, answerText: '好', occurredAt: instant(NOW + 60_000) };
    expect(errorsOf(buildOutcome(entry(form), 'immediate', NOW))).toEqual({ occurredAt: '发生时间不能晚于现在' });
  });

  it('a limit the contract words in English is said in Chinese', () => {
    const form = { ...COMPLETE, answerText: '好', place: '路'.repeat(201) };
    expect(errorsOf(buildOutcome(entry(form), 'immediate', NOW))).toEqual({ place: '地点最多 200 字' });
  });

  it('补录: its own call is checked too', () => {
    const call: CallRef = {
      source: 'manual',
      number: '13800005521',
      startedAt: instant(NOW - 60_000),
      endedAt: instant(NOW - 120_000),
      reason: '断网',
    };
    expect(errorsOf(buildOutcome(entry({ ...COMPLETE, answerText: '好' }, { call }), 'immediate', NOW))).toEqual({
      callEnd: '结束时间须晚于开始时间',
    });
  });
});

describe('continuing an open order', () => {
  it('补充诉求 and 催办 take what was written as 诉求内容', () => {
    expect(buildContinuation(entry({ content: '昨晚又施工' }), 'supplement', NOW)).toMatchObject({
      ok: true,
      command: { type: 'order.supplement', payload: { text: '昨晚又施工', call: null } },
    });
    expect(buildContinuation(entry({ content: '已经等了一周' }), 'urge', NOW)).toMatchObject({
      ok: true,
      command: { type: 'order.urge', payload: { reason: '已经等了一周' } },
    });
  });

  it('asks for the words where there are none', () => {
    expect(errorsOf(buildContinuation(entry({}), 'urge', NOW))).toEqual({ continuation: '请写下催办原因' });
  });
});
