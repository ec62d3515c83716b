import { describe, expect, it } from 'vitest';
import { comparePacks } from './compare.ts';
import { packOf } from './packs.ts';

const hebi = packOf('hebi');

describe('two versions of a pack, field by field', () => {
  it('say nothing where only the version and its remark differ', () => {
    const newer = { ...hebi, version: 2, changes: [...hebi.changes, { version: 2, date: '2026-12-01', text: '勘误' }] };
    expect(comparePacks(hebi, newer)).toEqual([]);
  });

  it('H8: name the limit, its field, its rule and article, and both values', () => {
    const limits = hebi.limits.map((limit) => (limit.rule === 'H8' ? { ...limit, limit: '7wd' } : limit));
    const [first] = comparePacks(hebi, { ...hebi, limits });
    expect(first).toMatchObject({ part: 'limits', path: ['limit'], rule: 'H8', before: '10wd', after: '7wd' });
    expect(first?.article).toContain('第六条');
  });

  it('find a piece that came and one that went', () => {
    const [gone] = hebi.refusalGrounds;
    const fresh = { id: 'new', rule: 'H3', article: '第五条', name: '新增情形', sentence: '您好。' };
    const refusalGrounds = [...hebi.refusalGrounds.slice(1), fresh];
    expect(comparePacks(hebi, { ...hebi, refusalGrounds })).toMatchObject([
      { part: 'refusalGrounds', piece: gone?.id, path: [], rule: 'H3', before: gone, after: null },
      { part: 'refusalGrounds', piece: 'new', path: [], before: null, after: fresh },
    ]);
  });

  it('read an older version that lacks what came since', () => {
    const { returns: _none, ...older } = hebi;
    expect(comparePacks(older, { ...hebi, returns: null })).toMatchObject([]);
    expect(comparePacks(older, packOf('tonghua')).some(({ part }) => part === 'returns')).toBe(true);
  });

  it('do not mind the order in which pieces stand', () => {
    expect(comparePacks(hebi, { ...hebi, limits: hebi.limits.toReversed() })).toEqual([]);
  });
});
