import { expect, it } from 'vitest';
import { orderIdSchema, uuidV7 } from './ids.ts';

it('a time-ordered UUID is one, and sorts by its time', () => {
  const random = Uint8Array.from({ length: 10 }, (_, i) => 255 - i * 17);
  const early = uuidV7(Date.parse('2026-11-20T00:00:00Z'), random);
  const late = uuidV7(Date.parse('2026-11-20T00:00:01Z'), random);
  expect(orderIdSchema.safeParse(early).success).toBe(true);
  expect(early.charAt(14)).toBe('7');
  expect('89ab').toContain(early.charAt(19));
  expect(early < late).toBe(true);
});
