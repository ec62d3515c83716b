import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from './knowledge-filters.tsx';
import { kindsFor } from './use-knowledge.ts';

describe('what is looked through', () => {
  it('for what a caller says is what answers callers: 规范用语 come when they are asked for', () => {
    expect(kindsFor({ filters: NO_FILTERS, answersOnly: true })).toEqual(['policy', 'guide', 'contact', 'faq']);
    expect(kindsFor({ filters: NO_FILTERS, answersOnly: false })).toEqual([]);
    expect(kindsFor({ filters: { ...NO_FILTERS, kinds: ['script'] }, answersOnly: true })).toEqual(['script']);
  });
});
