import { describe, expect, it } from 'vitest';
import type { Step } from '../../../shared/domain/knowledge/steps.ts';
import { pathOf } from './steps-path.ts';

const STEPS: readonly Step[] = [
  {
    id: 'a',
    question: '是否已婚？',
    answers: [
      { text: '是', next: 'b', outcome: '' },
      { text: '否', next: null, outcome: '带身份证。' },
    ],
  },
  { id: 'b', question: '配偶是否提取？', answers: [{ text: '否', next: null, outcome: '带结婚证。' }] },
];

describe('the way along decision steps', () => {
  it('begins with the first question', () => {
    expect(pathOf(STEPS, [])).toMatchObject({ passed: [], current: { id: 'a' }, outcome: null });
  });

  it('goes where the answer leads', () => {
    expect(pathOf(STEPS, [0])).toMatchObject({ passed: [{ answer: 0 }], current: { id: 'b' }, outcome: null });
  });

  it('ends with what the caller is told', () => {
    expect(pathOf(STEPS, [1])).toMatchObject({ current: null, outcome: '带身份证。' });
    expect(pathOf(STEPS, [0, 0])).toMatchObject({ current: null, outcome: '带结婚证。' });
  });

  it('stops before an answer that is not there', () => {
    expect(pathOf(STEPS, [0, 7])).toMatchObject({ passed: [{ answer: 0 }], current: { id: 'b' } });
  });
});
