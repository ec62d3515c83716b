import { describe, expect, it } from 'vitest';
import { hasAesFlag, preferredCipher } from './cipher.ts';

describe('the cipher of a new desk', () => {
  it.each([
    ['x86 with AES', 'flags\t\t: fpu vme sse4_2 aes avx', true],
    ['ARM with AES', 'Features\t: fp asimd aes pmull sha1', true],
    ['x86 without', 'flags\t\t: fpu vme sse4_2 avx', false],
    ['another word that contains it', 'flags\t\t: fpu vaes_like', false],
    ['a model name that mentions it', 'model name\t: Some aes chip', false],
    ['nothing', '', false],
  ])('is told by the processor: %s', (_, cpuinfo, expected) => {
    expect(hasAesFlag(cpuinfo)).toBe(expected);
  });

  it.runIf(process.platform === 'linux')('needs no AES instructions where there are none', () => {
    expect(preferredCipher(() => 'flags : fpu')).toBe('chacha20');
    expect(preferredCipher(() => 'flags : fpu aes')).toBe('aegis');
  });
});
