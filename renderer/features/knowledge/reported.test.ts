import { describe, expect, it } from 'vitest';
import { articleRefSchema } from '../../../shared/domain/article.ts';
import { instant } from '../../../shared/instant.ts';
import { refOf, reportedLine, type Reported } from './reported.ts';

const article = (articleId: string, title: string) => articleRefSchema.parse({ articleId, version: 3, title });
const renting = { article: article('k-rent', '公积金租房提取'), query: '租房' };
const at = instant(Date.UTC(2026, 9, 8, 2, 4, 5));
const wrong: Reported = { about: renting, kind: 'wrong', at, turn: '租房' };

describe('what a report is about', () => {
  const buying = article('k-buy', '公积金购房提取');
  const found = [article('k-rent', '公积金租房提取'), buying];

  it('is what was found, until it has been read', () => {
    expect(refOf(buying.articleId, null, found)).toEqual(buying);
    const read = { id: buying.articleId, version: 4, title: '公积金购房提取（新）' };
    expect(refOf(read.id, read, found)).toEqual({ articleId: 'k-buy', version: 4, title: '公积金购房提取（新）' });
  });

  it('is the question alone where nothing was found', () => {
    expect(refOf(null, null, found)).toBeNull();
  });
});

describe('what is said after a report', () => {
  it('is short beside what was reported', () => {
    expect(reportedLine(wrong, renting, '租房')).toBe('已反馈“错误”，已存本机 10:04:05');
  });

  it('stays where the results change by themselves, and names what was reported', () => {
    const other = { article: article('k-buy', '公积金购房提取'), query: '租房' };
    const line = '已反馈《公积金租房提取》“错误”，已存本机 10:04:05';
    expect(reportedLine(wrong, other, '租房')).toBe(line);
    // Nothing fits any more, or what fits is still being read.
    expect(reportedLine(wrong, { article: null, query: '租房' }, '租房')).toBe(line);
    const unanswered: Reported = { ...wrong, kind: 'unanswered' };
    expect(reportedLine(unanswered, other, '租房')).toBe('已反馈“无人能答”，已存本机 10:04:05');
    expect(reportedLine(unanswered, { ...other, query: '租房 发票' }, '租房')).toBe(
      '已反馈“租房”“无人能答”，已存本机 10:04:05',
    );
  });

  it('goes when the operator turns to something else', () => {
    expect(reportedLine(wrong, renting, '购房')).toBe('');
    expect(reportedLine(null, renting, '租房')).toBe('');
  });
});
