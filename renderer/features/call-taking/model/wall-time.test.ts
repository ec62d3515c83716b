import { describe, expect, it } from 'vitest';
import { instantSchema } from '../../../../shared/instant.ts';
import { fromWallTime, wallTime } from './wall-time.ts';

describe('times on the form', () => {
  const at = instantSchema.parse('2026-11-20T16:30:05.120Z');

  it("show Beijing's clock wherever the machine stands", () => {
    expect(wallTime(at).format('YYYY-MM-DD HH:mm')).toBe('2026-11-21 00:30');
  });

  it('come back as the same instant', () => {
    expect(fromWallTime(wallTime(at))).toBe(at);
  });
});
