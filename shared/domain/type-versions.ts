import type { CommandType } from './command.ts';

type Raise = (payload: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * How a payload of each older version becomes one of the next, oldest first: what a desk wrote to its outbox before it
 * was updated is still understood. Lines are added at the end and never changed.
 */
const RAISES: Partial<Record<string, readonly Raise[]>> = {
  // 1 to 2: 立案 is asked for. Nobody could say so before.
  'order.dispatch': [(payload) => ({ ...payload, filing: false })],
} satisfies Partial<Record<CommandType, readonly Raise[]>>;

/** The version of a type's payload that is written now. */
export function typeVersionOf(type: CommandType): number {
  return 1 + (RAISES[type]?.length ?? 0);
}

/**
 * A stored payload in today's shape, still to be parsed.
 * @returns null where it is of a version that is not known here: of a newer desk
 */
export function raised(type: string, typeVersion: number, payload: unknown): { readonly payload: unknown } | null {
  const raises = RAISES[type] ?? [];
  if (typeVersion > raises.length + 1) return null;
  const fields = isObject(payload) ? payload : null;
  return { payload: fields ? raises.slice(typeVersion - 1).reduce((from, raise) => raise(from), fields) : payload };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
