import { z } from 'zod';

/** The six categories (DB12/T 1438-2025), as a rule names them. */
export const ruleCategorySchema = z.enum(['consultation', 'help', 'complaint', 'report', 'suggestion', 'praise']);
export type RuleCategory = z.infer<typeof ruleCategorySchema>;

export const RULE_CATEGORY_NAMES: Readonly<Record<RuleCategory, string>> = {
  consultation: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
  praise: '表扬',
};

/** How a request is handled, and the smaller steps on the way that may have a limit of their own. */
export const limitModeSchema = z.enum([
  'immediate',
  'direct',
  'forward',
  'joint',
  'submission',
  'instructed',
  'return-request',
  'extension-request',
  'first-response',
  'follow-up',
  'suggestion-reply',
  'unit-answer',
]);
export type LimitMode = z.infer<typeof limitModeSchema>;

export const LIMIT_MODE_NAMES: Readonly<Record<LimitMode, string>> = {
  immediate: '即办',
  direct: '直办',
  forward: '转办',
  joint: '协办',
  submission: '呈办',
  instructed: '批办',
  'return-request': '申请退单',
  'extension-request': '申请延期',
  'first-response': '首次回应',
  'follow-up': '回访',
  'suggestion-reply': '建议答复',
  'unit-answer': '承办单位答复',
};

export const urgencySchema = z.enum(['general', 'urgent']);
export type Urgency = z.infer<typeof urgencySchema>;

export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = { general: '一般', urgent: '紧急' };

/** What starts a clock. `extended`: a granted extension runs on from the end of the limit before it. */
export const startEventSchema = z.enum([
  'received',
  'accepted',
  'unitReceived',
  'transferred',
  'forwarded',
  'phoned',
  'leadNamed',
  'closed',
  'extended',
]);
export type StartEvent = z.infer<typeof startEventSchema>;

export const START_EVENT_NAMES: Readonly<Record<StartEvent, string>> = {
  received: '自接到诉求起算',
  accepted: '自受理起算',
  unitReceived: '自承办单位收件起算',
  transferred: '自市长电话室转来起算',
  forwarded: '自转办起算',
  phoned: '自电话交办起算',
  leadNamed: '自明确牵头单位起算',
  closed: '自办结起算',
  extended: '自原期限届满起算',
};
