import { describe, expect, it } from 'vitest';
import { subjectSchema } from '../../../../shared/domain/subject.ts';
import { matchesSubject, pathTo, subjectTree } from './subjects.ts';

const subjects = [
  ['s-gjj-tq', ['住房保障', '公积金', '提取'], ['租房', '离职']],
  ['s-gjj-dk', ['住房保障', '公积金', '贷款'], ['房贷']],
  ['s-hj-zs', ['生态环境', '噪声', '施工噪声'], ['半夜', '工地']],
].map(([id, path, words]) => subjectSchema.parse({ id, path, words, unitId: null, version: 1 }));

describe('事项', () => {
  it('stand in a tree of three levels', () => {
    const tree = subjectTree(subjects);
    expect(tree.map(({ label }) => label)).toEqual(['住房保障', '生态环境']);
    expect(tree[0]?.children?.[0]?.children?.map(({ label }) => label)).toEqual(['提取', '贷款']);
  });

  it('are shown by their path', () => {
    expect(pathTo(subjects, subjects[0]?.id ?? null)).toEqual(['住房保障', '公积金', 's-gjj-tq']);
    expect(pathTo(subjects, null)).toBeUndefined();
  });

  it('are found by any words of the path or of everyday speech', () => {
    const path = [{ label: '生态环境' }, { label: '噪声' }, { label: '施工噪声', words: '半夜 工地' }];
    expect(matchesSubject('噪声', path)).toBe(true);
    expect(matchesSubject(' 环境  工地', path)).toBe(true);
    expect(matchesSubject('环境 房贷', path)).toBe(false);
  });
});
