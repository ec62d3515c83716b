import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOWLEDGE_SETTINGS, checkStanding } from '../../shared/domain/knowledge/settings.ts';
import { demoArticles } from './articles.ts';
import { ANKANG } from './cities/ankang.ts';
import { HEBI } from './cities/hebi.ts';
import { TONGHUA } from './cities/tonghua.ts';
import { demoKnowledge } from './knowledge.ts';

const NOW = Date.parse('2026-11-20T08:00:00.000Z');

describe('the demo’s knowledge', () => {
  it.each([HEBI, TONGHUA, ANKANG])('has articles in every state, and reports in every one', (city) => {
    const { articles, manuscripts, feedback, versions } = demoKnowledge(city, demoArticles(city), NOW);
    const stages = new Set(manuscripts.map(({ stage }) => stage));
    expect([...stages].toSorted()).toEqual(['approved', 'draft', 'idle', 'returned', 'reviewing']);
    expect(new Set(articles.map(({ state }) => state))).toEqual(new Set(['published', 'expired', 'archived']));
    expect(new Set(feedback.map(({ state }) => state))).toEqual(new Set(['open', 'taken', 'settled']));
    expect(versions.map(({ deed }) => deed).toSorted()).toEqual(['archived', 'expired', 'published']);
    // T13: one that somebody began who keeps no knowledge.
    expect(manuscripts.filter(({ course }) => course.some(({ deed }) => deed === 'proposed'))).toHaveLength(1);
    const late = articles.filter(
      (one) => one.state === 'published' && checkStanding(one, DEFAULT_KNOWLEDGE_SETTINGS, NOW) === 'late',
    );
    expect(late.length).toBeGreaterThanOrEqual(2);
  });
});
