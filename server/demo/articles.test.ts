import { describe, expect, it } from 'vitest';
import { articleText } from '../../shared/domain/article-text.ts';
import { articleSchema } from '../../shared/domain/article.ts';
import { articleRows, demoArticles } from './articles.ts';
import { nutshell } from './articles/table.ts';
import { demoSubjects } from './subjects.ts';
import { demoUnits } from './units.ts';

const articles = demoArticles();

describe('the demo knowledge base', () => {
  it('holds at least 300 valid articles, of which at least 200 are written by hand', () => {
    for (const article of articles) articleSchema.parse(article);
    expect(articles.length).toBeGreaterThanOrEqual(300);
    expect(articles.filter(({ kind, id }) => kind !== 'contact' || !id.startsWith('k-dh-')).length).toBeGreaterThan(
      200,
    );
  });

  it('names each article once, by id and by title', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
  });

  it('points only at units and subjects that exist', () => {
    const units = new Set<string>(demoUnits().map(({ id }) => id));
    const subjects = new Set<string>(demoSubjects().map(({ id }) => id));
    const strays = articleRows().filter(
      ({ unit, subject }) => (unit !== null && !units.has(unit)) || (subject !== null && !subjects.has(subject)),
    );
    expect(strays.map(({ key }) => key)).toEqual([]);
  });

  it('keeps every body short enough to be read in a call and begins it with an answer fit to be read out', () => {
    for (const body of articles.map(articleText)) {
      expect(body.length).toBeGreaterThanOrEqual(80);
      expect(body.length).toBeLessThanOrEqual(400);
      expect(nutshell(body)).not.toMatch(/^[#-]/u);
      expect(nutshell(body).length).toBeLessThanOrEqual(220);
    }
  });

  it('carries callers\u2019 own wording on everything callers ask about', () => {
    const bare = articleRows().filter(({ kind, asked }) => kind !== 'script' && (asked.length < 2 || asked.length > 5));
    expect(bare.map(({ key }) => key)).toEqual([]);
  });
});
