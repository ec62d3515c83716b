import { describe, expect, it } from 'vitest';
import { checkRulesCoverage, coverageProblems, overtakenRows, rowsOf, titledRules } from './rules-coverage.ts';

const TESTS = new Map([['a.test.ts', new Set(['T1', 'T2'])]]);

function problemsOf(...lines: readonly string[]): string[] {
  return coverageProblems(rowsOf(lines.join('\n')), ['T1', 'T2'], (file) => TESTS.get(file) ?? null);
}

const T1 = '| T1 | what | **tested**: `a.test.ts` |';

describe('the page of rules', () => {
  it('holds where each rule is tested or says why not', () => {
    expect(problemsOf(T1, '| T2 | what | **not software’s**: people do it |')).toEqual([]);
    expect(problemsOf(T1, '| T2 | what | **in part**: `a.test.ts`; missing: the rest |')).toEqual([]);
    expect(problemsOf(T1, '| T2 | what | **not yet**: a screen |')).toEqual([]);
  });

  it.each([
    ['a rule is missing', [T1], 'T2 has no row'],
    ['a row has two rules’ place', [T1, T1, '| T2 | what | **not yet**: x |'], 'T1 has two rows'],
    ['no pack has the rule', [T1, '| T2 | what | **not yet**: x |', '| Q1 | what | **not yet**: x |'], 'Q1 is a rule'],
    ['it says nothing known', [T1, '| T2 | what | done |'], 'T2 says none of'],
    ['tested by nothing', [T1, '| T2 | what | **tested** |'], 'T2 is tested, but names no test'],
    ['tested by no test', [T1, '| T2 | what | **tested**: `b.test.ts` |'], 'which is no test file'],
    ['without a reason', [T1, '| T2 | what | **not yet** |'], 'T2 is not yet, but does not say'],
    ['in part without what is missing', [T1, '| T2 | what | **in part**: `a.test.ts` |'], 'T2 is in part, but'],
    ['not yet, with a test', [T1, '| T2 | what | **not yet**: `a.test.ts` |'], 'but names a test'],
  ])('does not hold where %s', (_, lines, said) => {
    expect(problemsOf(...lines).join()).toContain(said);
  });

  it('does not hold where the test named carries another id', () => {
    const rows = rowsOf('| T3 | what | **tested**: `a.test.ts` |');
    expect(coverageProblems(rows, ['T3'], (file) => TESTS.get(file) ?? null)).toEqual([
      'T3 names a.test.ts, where no title begins with it',
    ]);
  });

  it('finds the ids that titles begin with, one or several', () => {
    const source = ["it('T9: a second", 'it.each([["J7, J8: both', "// 'no T4'", "it('see T5: x')"].join('\n');
    expect([...titledRules(source)]).toEqual(['T9', 'J7', 'J8']);
  });

  it('tells of tests that an open row does not know of', () => {
    const rows = rowsOf([T1, '| T2 | what | **not yet**: x |'].join('\n'));
    expect(overtakenRows(rows, [...TESTS])).toEqual(['T2 is "not yet", but is also tested in a.test.ts']);
  });

  it('holds for this repository', () => {
    expect(checkRulesCoverage().problems).toEqual([]);
  });
});
