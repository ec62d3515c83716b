import type { z } from 'zod';

/**
 * What keeps a value from being handed in, in the words its schema has for it.
 * @returns null where nothing does
 */
export function objectionIn(schema: z.ZodType, value: unknown): string | null {
  const read = schema.safeParse(value);
  if (read.success) return null;
  const messages = read.error.issues.map(({ message }) => message);
  // What the fields' own limits already keep away has no words of its own.
  return messages.find((message) => /\p{Script=Han}/u.test(message)) ?? '有一处填写不全';
}
