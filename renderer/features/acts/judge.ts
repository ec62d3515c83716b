import { commandBodySchema, type CommandBody } from '../../../shared/domain/command.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Rules } from '../../../shared/domain/outcome.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { transition } from '../../../shared/domain/transition.ts';
import { describeFailure, type Failure, type FailureCode } from '../../../shared/failure.ts';
import { TEXT } from './text.ts';

/** Sentences by the payload's field. */
export type FieldErrors = Readonly<Record<string, string>>;

export interface Judgement {
  /** Null while what is written is no command yet. */
  readonly command: CommandBody | null;
  readonly errors: FieldErrors;
  /** Why it will not stand, where no field can mend it. */
  readonly refusal: Failure | null;
  /** The order as it would be afterwards. */
  readonly after: Order | null;
}

/** What a form is judged by. */
export interface Bench {
  readonly order: Order;
  readonly actor: Actor;
  /** The city's pack and calendar: enough to say what stands against an act; null before the desk knows its centre. */
  readonly city: Pick<Rules, 'pack' | 'calendar'> | null;
  /** With the units and subjects too; null while the window still asks for them: then the station alone judges. */
  readonly rules: Rules | null;
  /** By the centre's clock. */
  readonly nowMs: number;
}

/** A refusal that one field can mend stands beside that field. */
const FIELD_OF: Partial<Record<FailureCode, string>> = {
  SIGNATURE_REQUIRED: 'signing',
  REASON_REQUIRED: 'reason',
  ADOPTION_REQUIRED: 'adoption',
  RATING_REQUIRED: 'rating',
  EXTENSION_TOO_LONG: 'days',
  UNIT_NOT_FOUND: 'unitId',
  UNIT_CLOSED: 'unitId',
  NOT_ASSISTING: 'unitId',
  ACCUSED_UNIT: 'unitId',
  ADVICE_OF_UNIT_REQUIRED: 'unitId',
  ORIGINAL_CHANNEL: 'how',
  WRITTEN_REPLY: 'how',
  MERGE_INTO_ITSELF: 'into',
  MERGE_TARGET: 'into',
  LIABILITY_UNKNOWN: 'flagId',
  SUPERVISION_UNKNOWN: 'trigger',
  CORRECTION_SAME: 'after',
  REVIEW_ORDER: 'level',
};

/**
 * Judges what is written by the same rules as the station and the centre, without any effect: which field has to be
 * mended, or what the order would be afterwards.
 * @param body a command as the form has it, complete or not
 */
export function judge(body: unknown, { order, actor, rules, nowMs }: Bench): Judgement {
  const parsed = commandBodySchema.safeParse(body);
  if (!parsed.success) return { command: null, errors: fieldErrors(parsed.error.issues), refusal: null, after: null };
  const command = parsed.data;
  if (!rules) return { command, errors: {}, refusal: null, after: null };
  const outcome = transition(
    command.type === 'order.split'
      ? // A part is an order of its own, taken out of this one.
        { order: null, orderId: order.id, command, actor, rules: { ...rules, related: () => order }, nowMs }
      : { order, orderId: order.id, command, actor, rules, nowMs },
  );
  if (outcome.ok) return { command, errors: {}, refusal: null, after: outcome.order };
  return { command, ...placed(outcome.failure, command), after: null };
}

/** The refusal beside the field that mends it, or for the form as a whole. */
export function placed(failure: Failure, command: CommandBody): Pick<Judgement, 'errors' | 'refusal'> {
  const field = FIELD_OF[failure.code];
  if (field === undefined || !(field in command.payload)) return { errors: {}, refusal: failure };
  const { sentence, next, article } = describeFailure(failure);
  return { errors: { [field]: `${sentence}${next}${article ? TEXT.basis(article) : ''}` }, refusal: null };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Issues by the first part of their path in the payload; the schemas' own sentences where they are written for people. */
function fieldErrors(issues: readonly Issue[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = String(path[1] ?? '');
    errors[field] ??= /\p{Script=Han}/u.test(message) ? message : TEXT.missing;
  }
  return errors;
}
