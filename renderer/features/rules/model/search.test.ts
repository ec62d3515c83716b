import { describe, expect, it } from 'vitest';
import { everyPack } from '../../../../shared/policy/packs.ts';
import { searchRules } from './search.ts';

const rulesOf = (words: string): Set<string | null> => new Set(searchRules(everyPack(), words).map(({ rule }) => rule));

describe('looking for a rule', () => {
  it('by its id finds that one and not those that begin like it', () => {
    expect([...rulesOf('t1')]).toEqual(['T1']);
  });

  it('by its article finds it in figures as well as in the text’s own', () => {
    expect(rulesOf('16条 通化')).toEqual(rulesOf('第十六条 通化'));
    expect(rulesOf('第16条 通化')).toContain('T9');
    expect(rulesOf('20条')).toContain('T15');
  });

  it('by several words finds where all of them stand', () => {
    expect(rulesOf('延期 签字')).toContain('T9');
    expect(rulesOf('延期 签字')).not.toContain('H9');
  });

  it('in everything a pack says: a ground, a sentence to read out, a form, a limit', () => {
    for (const words of ['重复投诉', '请您谅解', '督办单', '当场'])
      expect(searchRules(everyPack(), words)).not.toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(searchRules(everyPack(), '  ')).toEqual([]);
  });
});
