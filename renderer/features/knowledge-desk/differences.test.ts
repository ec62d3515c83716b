import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

describe('two versions of a text', () => {
  it('are told apart word by word', () => {
    expect(differences('连续缴存满三个月可以提取。', '连续缴存满六个月可以提取。')).toEqual([
      { text: expect.stringContaining('连续') as string, kind: 'same' },
      { text: expect.stringContaining('三') as string, kind: 'removed' },
      { text: expect.stringContaining('六') as string, kind: 'added' },
      { text: expect.stringContaining('可以提取。') as string, kind: 'same' },
    ]);
  });

  it('that say the same have one piece', () => {
    expect(differences('带身份证。', '带身份证。')).toEqual([{ text: '带身份证。', kind: 'same' }]);
  });
});
