import { describe, expect, it } from 'vitest';
import { demoArticles } from './articles.ts';
import { HEBI } from './cities/hebi.ts';
import { demoOrders } from './orders.ts';
import { demoUsage } from './usage.ts';

describe('what the demo’s knowledge was used for', () => {
  const orders = [...demoOrders(12345, Date.parse('2026-11-20T08:00:00.000Z'), 300)].map(({ order }) => order);
  const known = new Map(demoArticles(HEBI).map((article) => [String(article.id), article]));
  const { articles, questions } = demoUsage(orders, known);
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

  it('is what its orders say: each article an 即办 rests on was opened and used once for it', () => {
    const used = orders.flatMap(({ answer }) => [...new Set((answer?.articles ?? []).map((ref) => ref.articleId))]);
    expect(used.length).toBeGreaterThan(20);
    expect(sum(articles.map((count) => count.used))).toBe(used.length);
    expect(articles.every((count) => count.opened >= count.used && known.has(count.articleId))).toBe(true);
    expect(new Set(articles.map(({ articleId, day }) => `${articleId} ${day}`)).size).toBe(articles.length);
  });

  it('was asked in callers’ own words, some of which nothing answers', () => {
    expect(questions.some(({ notFound }) => notFound > 0)).toBe(true);
    expect(questions.some(({ used }) => used > 0)).toBe(true);
    expect(questions.every((count) => count.asked === count.notFound + count.used)).toBe(true);
  });
});
