import { describe, expect, it } from 'vitest';
import { articleText, articleTree } from '../../shared/domain/article-text.ts';
import { articleSchema } from '../../shared/domain/article.ts';
import { stepsProblem } from '../../shared/domain/knowledge/steps.ts';
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

  it('has some to ask a caller through, to read out and to go on from, to articles that exist', () => {
    const blocks = articles.flatMap((article) => articleTree(article).blocks);
    expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(['heading', 'paragraph', 'list', 'say', 'steps']));
    const ids = new Set<string>(articles.map(({ id }) => id));
    const links = blocks
      .flatMap((block) => ('content' in block ? block.content : []))
      .flatMap(({ link }) => link ?? []);
    expect(links.length).toBeGreaterThan(0);
    expect(links.every((link) => link.to === 'article' && ids.has(link.articleId))).toBe(true);
    const steps = blocks.flatMap((block) => (block.type === 'steps' ? [stepsProblem(block.steps)] : []));
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every((problem) => problem === null)).toBe(true);
  });

  it('carries callers\u2019 own wording on everything callers ask about', () => {
    const bare = articleRows().filter(({ kind, asked }) => kind !== 'script' && (asked.length < 2 || asked.length > 5));
    expect(bare.map(({ key }) => key)).toEqual([]);
  });
});
