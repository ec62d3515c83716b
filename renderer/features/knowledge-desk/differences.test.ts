import { describe, expect, it } from 'vitest';
import { articleFileIdOf, articleFileSchema } from '../../../shared/domain/knowledge/files.ts';
import { differences, fileDifferences } from './differences.ts';

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

describe('files of two versions', () => {
  const file = (name: string, digit: string) => {
    const sha256 = digit.repeat(64);
    return articleFileSchema.parse({ id: articleFileIdOf(sha256), name, mime: 'application/pdf', size: 9, sha256 });
  };

  it('are told by what they hold: another content under the same name is lost and gained', () => {
    const before = [file('申请表.pdf', 'a'), file('流程.pdf', 'b')];
    const after = [file('流程图.pdf', 'b'), file('申请表.pdf', 'c')];
    expect(fileDifferences(before, after).map(({ name, kind }) => [name, kind])).toEqual([
      ['申请表.pdf', 'removed'],
      ['申请表.pdf', 'added'],
    ]);
  });
});
