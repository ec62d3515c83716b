import { describe, expect, it } from 'vitest';
import { instant } from '../../shared/instant.ts';
import { dueSaid, limitSaid } from './due.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const NOW = at('2026-11-22T09:40:00');

describe('when a limit ends, as it is said', () => {
  it('is the last day for one that ends with it', () => {
    expect(dueSaid(at('2026-12-05T00:00:00'), NOW)).toBe('12月4日止');
    expect(dueSaid(at('2027-01-01T00:00:00'), NOW)).toBe('12月31日止');
  });

  it('T8: is the hour for an urgent matter', () => {
    expect(limitSaid({ limit: '12h', due: instant(at('2026-11-22T21:40:00')) }, NOW)).toBe('12 小时，今天 21:40 止');
  });

  it('J7: has no end where it is done at once', () => {
    expect(limitSaid({ limit: 'atOnce', due: instant(NOW) }, NOW)).toBe('当场');
  });
});
