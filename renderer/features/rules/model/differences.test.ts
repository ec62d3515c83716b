import { describe, expect, it } from 'vitest';
import { everyPack, packOf } from '../../../../shared/policy/packs.ts';
import { differencesOf } from './differences.ts';

const hebi = packOf('hebi');

describe('what changed between two versions, as a person reads it', () => {
  it('H8: names the limit, its article, and both values', () => {
    const limits = hebi.limits.map((limit) => (limit.rule === 'H8' ? { ...limit, limit: '7wd' } : limit));
    const found = differencesOf(hebi, { ...hebi, limits });
    expect(found[0]).toMatchObject({ field: '时限', rule: 'H8', before: '10 个工作日', after: '7 个工作日' });
    expect(found[0]?.where).toMatch(/^时限 · 第六条/);
  });

  it('says a piece that is new in whole', () => {
    const fresh = { id: 'new', rule: 'H3', article: '第五条', name: '新增情形', sentence: '您好。' };
    expect(differencesOf(hebi, { ...hebi, refusalGrounds: [...hebi.refusalGrounds, fresh] })).toMatchObject([
      {
        where: '不予受理情形 · 第五条',
        field: '',
        before: '没有',
        after: '规则：H3，条款：第五条，名称：新增情形，告知语：您好。',
      },
    ]);
  });

  it('has a Chinese name for every field and every value of every city’s pack', () => {
    for (const pack of everyPack()) {
      const said = differencesOf({}, pack);
      const latin = said.flatMap(({ where, field, before, after }) =>
        [where, field, before, after].filter((text) => /[a-z]{3}/.test(text)),
      );
      // The city's own key is a code and is meant to be one.
      expect(latin.filter((text) => text !== pack.city)).toEqual([]);
    }
  });

  it('has them too where two cities differ field by field', () => {
    const said = everyPack().flatMap((pack) => differencesOf(hebi, pack));
    const latin = said.flatMap(({ where, field, before, after }) =>
      [where, field, before, after].filter((text) => /[a-z]{3}/.test(text)),
    );
    expect(latin.filter((text) => !everyPack().some(({ city }) => city === text))).toEqual([]);
  });
});
