import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, requireStrong, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('are known again, and others are not', async () => {
    const stored = await hashPassword('Ein-gutes-1');
    expect(await verifyPassword('Ein-gutes-1', stored)).toBe(true);
    expect(await verifyPassword('ein-gutes-1', stored)).toBe(false);
  });

  it('are stored with a salt of their own and the costs they were derived at', async () => {
    const [first, second] = await Promise.all([hashPassword('gleich123'), hashPassword('gleich123')]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(isOutdated(first)).toBe(false);
    expect(isOutdated(first.replace('$32768$', '$1024$'))).toBe(true);
  });

  it('never match what is not a hash', async () => {
    expect(await verifyPassword('', '')).toBe(false);
    expect(await verifyPassword('x', 'scrypt$0$0$0$$')).toBe(false);
  });

  it.each(['abc1234', 'abcdefgh', '12345678', 'aaaa1111', '90018001a'])('%s is too weak for 8001', (password) => {
    expect(() => requireStrong(password, '8001')).toThrow('PASSWORD_TOO_WEAK');
  });

  it.each(['correct4horse', '热线座席2026工作台', 'x8001-and-more'])('%s will do', (password) => {
    expect(() => requireStrong(password, '8001')).not.toThrow();
  });
});
