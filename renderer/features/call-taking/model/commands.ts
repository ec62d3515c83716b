import { commandBodySchema, type CommandBody } from '../../../../shared/domain/command.ts';
import type { DraftForm } from '../../../../shared/domain/draft.ts';
import type { Category } from '../../../../shared/domain/order.ts';
import type { Continuation, DraftEntry, Submission } from './draft-state.ts';
import { ERRORS, FIELD_LABELS } from '../text.ts';
import { fieldAtPath, type FieldErrors, type FieldName } from './fields.ts';
import { manualCallErrors } from './manual-call.ts';

/** A command ready to be sent, or what has to be mended first. */
export type Built =
  | { readonly ok: true; readonly command: CommandBody }
  | { readonly ok: false; readonly errors: FieldErrors };

/** 被诉单位 and 被诉人 belong to these two. J14, Z3. */
export function namesAccused(category: Category | null): boolean {
  return category === 'complaint' || category === 'report';
}

/** The order command that ends a call. */
export function buildOutcome(entry: DraftEntry, mode: Submission, nowMs: number): Built {
  const { form, call, provisionalNumber, view } = entry;
  const taken = {
    request: requestOf(form),
    call,
    articlesRead: form.articlesRead,
    directAttempts: form.directAttempts,
    provisionalNumber,
    ...(view.judged.length > 0 ? { suggested: view.judged } : {}),
  };
  const answer = { text: form.answerText, articles: form.answerArticles };
  const errors = { ...callErrors(entry, nowMs), ...demandsOf(entry, mode, nowMs) };
  switch (mode) {
    case 'immediate':
      return built({ type: 'order.answerImmediately', payload: { ...taken, answer } }, errors);
    case 'direct':
      return built({ type: 'order.answerDirectly', payload: { ...taken, answer } }, errors);
    case 'forward':
      return built({ type: 'order.forward', payload: { ...taken, unitId: form.unitId, note: form.note } }, errors);
    case 'accept':
      return built({ type: 'order.accept', payload: { ...taken, note: form.note } }, errors);
    case 'refusal':
      return built(
        { type: 'order.refuse', payload: { ...taken, groundId: view.groundId, written: view.writtenNotice } },
        errors,
      );
  }
}

/** 补充诉求 or 催办 on an open order: what was written as 诉求内容 is its text. */
export function buildContinuation(entry: DraftEntry, kind: Continuation, nowMs: number): Built {
  const { form, call } = entry;
  const errors = callErrors(entry, nowMs);
  return kind === 'supplement'
    ? built({ type: 'order.supplement', payload: { text: form.content, call } }, errors)
    : built({ type: 'order.urge', payload: { reason: form.content, call } }, errors);
}

/** The form as a request: an anonymous caller's name and address stay on the form and out of the order. */
function requestOf(form: DraftForm) {
  const { channel, category, subjectId, content, wish, place, occurredAt, urgent, identity, sensitivity } = form;
  const { replyBy, followUp, attachments } = form;
  return {
    channel,
    category,
    subjectId,
    content,
    wish,
    place,
    occurredAt,
    accused: namesAccused(category) ? form.accused : { unit: '', person: '', unitId: null },
    urgent,
    identity,
    sensitivity,
    caller: identity === 'anonymous' ? { ...form.caller, name: '', address: '' } : form.caller,
    replyBy,
    followUp,
    attachments,
  };
}

function callErrors({ call }: DraftEntry, nowMs: number): FieldErrors {
  return call?.source === 'manual' ? manualCallErrors(call, nowMs) : {};
}

/** What the schemas cannot know: what a promised reply or a direct transfer needs. */
function demandsOf({ form }: DraftEntry, mode: Submission, nowMs: number): FieldErrors {
  const later = mode === 'forward' || mode === 'accept';
  const byPhone = form.replyBy === 'phone' || form.replyBy === 'sms';
  const writtenTo = form.identity === 'anonymous' ? '' : form.caller.address.trim();
  return {
    ...(form.category === null ? { category: ERRORS.category } : {}),
    ...(form.occurredAt !== null && Date.parse(form.occurredAt) > nowMs ? { occurredAt: ERRORS.future } : {}),
    ...(mode === 'forward' && form.unitId === null ? { unit: ERRORS.unit } : {}),
    ...(later && byPhone && !form.caller.phone.trim() ? { callerPhone: ERRORS.replyPhone } : {}),
    ...(later && form.replyBy === 'written' && !writtenTo ? { callerAddress: ERRORS.replyAddress } : {}),
    ...(mode === 'direct' && !form.directAttempts.some(({ outcome }) => outcome === 'answered')
      ? { direct: ERRORS.noDirectAnswer }
      : {}),
  };
}

/** Parses once more by the contract's own schema: what the station would refuse is said here, beside its field. */
function built(candidate: unknown, demands: FieldErrors): Built {
  const parsed = commandBodySchema.safeParse(candidate);
  const fromSchema: Partial<Record<FieldName, string>> = {};
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldAtPath(issue.path);
    if (field) fromSchema[field] ??= sentenceOf(field, issue);
  }
  const errors = { ...fromSchema, ...demands };
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, command: parsed.data };
  return { ok: false, errors };
}

const CHINESE = /[\u4e00-\u9fff]/;

function sentenceOf(field: FieldName, issue: { code: string; message: string; maximum?: unknown }): string {
  // The contract's own sentences are Chinese; what it leaves to zod's English default is worded here.
  if (CHINESE.test(issue.message)) return issue.message;
  const label = FIELD_LABELS[field];
  if (issue.code === 'too_big')
    return field === 'attachments' ? ERRORS.tooManyAttachments : ERRORS.tooLong(label, String(issue.maximum));
  return field === 'ground' ? ERRORS.ground : ERRORS.missing(label);
}
