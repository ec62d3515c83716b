import type { Failure, FailureCode } from '../../../../shared/failure.ts';
import { FIELD_LABELS } from '../text.ts';

/** The places on the screen that can be wrong; each shows its sentence beside itself. */
export type FieldName = keyof typeof FIELD_LABELS;

export type FieldErrors = Partial<Readonly<Record<FieldName, string>>>;

const FIELDS = Object.keys(FIELD_LABELS) as FieldName[];

/** Where in a command's payload a field lies, longest first: `request.caller.phone` before `request.caller`. */
const PATHS: readonly (readonly [path: string, field: FieldName])[] = [
  ['request.channel', 'channel'],
  ['request.accused.person', 'accusedPerson'],
  ['request.accused', 'accusedUnit'],
  ['request.caller.name', 'callerName'],
  ['request.caller.phone', 'callerPhone'],
  ['request.caller.address', 'callerAddress'],
  ['request.attachments', 'attachments'],
  ['request.occurredAt', 'occurredAt'],
  ['request.subjectId', 'subject'],
  ['request.category', 'category'],
  ['request.content', 'content'],
  ['request.place', 'place'],
  ['request.wish', 'wish'],
  ['call.startedAt', 'callStart'],
  ['call.endedAt', 'callEnd'],
  ['call.number', 'callNumber'],
  ['call.reason', 'callReason'],
  ['directAttempts', 'direct'],
  ['answer', 'answer'],
  ['unitId', 'unit'],
  ['note', 'note'],
  ['groundId', 'ground'],
  ['reason', 'continuation'],
  ['text', 'continuation'],
];

/**
 * The field a place in a command belongs to.
 * @param path e.g. `['command', 'payload', 'request', 'content']`; what wraps the payload is passed over
 */
export function fieldAtPath(path: readonly PropertyKey[]): FieldName | null {
  const at = path.map(String);
  while (at[0] === 'command' || at[0] === 'payload') at.shift();
  const joined = at.join('.');
  const found = PATHS.find(([prefix]) => joined === prefix || joined.startsWith(`${prefix}.`));
  return found?.[1] ?? null;
}

const FIELD_OF_CODE: Partial<Readonly<Record<FailureCode, FieldName>>> = {
  SUBJECT_NOT_FOUND: 'subject',
  UNIT_NOT_FOUND: 'unit',
  UNIT_CLOSED: 'unit',
  ACCUSED_UNIT: 'unit',
  CONTACT_MISSING: 'direct',
  DIRECT_WITHOUT_ATTEMPT: 'direct',
  REFUSAL_GROUND_UNKNOWN: 'ground',
  ATTACHMENT_TOO_LARGE: 'attachments',
  ATTACHMENT_TYPE: 'attachments',
};

/**
 * The field a station's failure belongs to; null where it is about the whole.
 * INVALID_INPUT names its place at the head of its detail, as a path (`request.content: ...`) or as the screen's label.
 */
export function fieldOfFailure(failure: Failure): FieldName | null {
  const byCode = FIELD_OF_CODE[failure.code];
  if (byCode) return byCode;
  if (failure.code !== 'INVALID_INPUT' || !failure.detail) return null;
  const [head = ''] = failure.detail.split(/[:：\s]/, 1);
  return (
    fieldAtPath(head.split('.')) ??
    FIELDS.toSorted((left, right) => FIELD_LABELS[right].length - FIELD_LABELS[left].length).find((field) =>
      failure.detail?.includes(FIELD_LABELS[field]),
    ) ??
    null
  );
}

/** The first wrong field in reading order. */
export function firstError(errors: FieldErrors): FieldName | null {
  return FIELDS.find((field) => errors[field] !== undefined) ?? null;
}

/** `errors` without the fields that have just been changed: a sentence goes as soon as its field is touched. */
export function withoutErrors(errors: FieldErrors, fields: readonly FieldName[]): FieldErrors {
  if (!fields.some((field) => errors[field] !== undefined)) return errors;
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.some((name) => name === field)));
}
