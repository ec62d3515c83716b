import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attachmentIdSchema, uuidV7 } from '../../shared/domain/ids.ts';
import { createSeal } from './seal.ts';

const idOf = (n: number) => attachmentIdSchema.parse(uuidV7(n, randomBytes(10)));

describe('a sealed piece of an attachment', () => {
  const key = randomBytes(32);
  const seal = createSeal([key]);
  const id = idOf(1);
  const piece = Buffer.from('身份证复印件'.repeat(100));

  it('does not show what it is, and opens as it was', () => {
    const closed = seal.close(id, 0, piece);
    expect(closed.includes(piece.subarray(0, 12))).toBe(false);
    expect(seal.open(id, 0, closed)).toEqual(piece);
  });

  it('opens in no other place, in no other attachment, and not once it was changed', () => {
    const closed = seal.close(id, 0, piece);
    expect(() => seal.open(id, 262_144, closed)).toThrow('authenticate');
    expect(() => seal.open(idOf(2), 0, closed)).toThrow('authenticate');
    const changed = Buffer.from(closed);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect(() => seal.open(id, 0, changed)).toThrow('authenticate');
  });

  it('opens after the key was changed, as long as the older key is there', () => {
    const closed = seal.close(id, 0, piece);
    const newer = randomBytes(32);
    expect(createSeal([newer, key]).open(id, 0, closed)).toEqual(piece);
    expect(() => createSeal([newer]).open(id, 0, closed)).toThrow('key');
  });
});
