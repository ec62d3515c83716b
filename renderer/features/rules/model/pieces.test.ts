import { describe, expect, it } from 'vitest';
import { explainRule } from '../../../../shared/policy/explain.ts';
import { everyPack, packOf } from '../../../../shared/policy/packs.ts';
import { ACT_NAMES, PARTS } from '../text.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './pieces.ts';

function texts(city: string, kind: string): string[] {
  return piecesOf(packOf(city))
    .filter((piece) => piece.kind === kind)
    .map(({ text }) => text);
}

describe('a pack as a person reads it', () => {
  it('T9: says the whole of the extension rule', () => {
    expect(texts('tonghua', '延期').join('')).toMatch(
      /最多延期 2 次，每次 5 个工作日，期满前 1 日提出，第二次须分管领导签字/,
    );
  });

  it('Z9: an extension has a form, and a longest length', () => {
    expect(texts('zaozhuang', '延期').join('')).toMatch(/最多延期 1 次，最长 2 个工作日，.*须填延期申请单，只限批办/);
  });

  it('H3: a ground carries the sentence that is read out', () => {
    const grounds = piecesOf(packOf('hebi')).filter(({ kind }) => kind === '不予受理情形');
    expect(grounds).toHaveLength(4);
    expect(grounds.every(({ readOut }) => readOut?.startsWith('您好'))).toBe(true);
  });

  it('J9: names the channels that are answered as they came', () => {
    expect(texts('jilin', '原渠道答复').join('')).toContain('微博');
  });

  it('A1: tells which channel is taken for another', () => {
    expect(texts('ankang', '受理渠道')).toContain('大厅口头（按现场办理）');
  });

  it('leaves no part, step or line of any city without Chinese words', () => {
    const nameless = (pieces: readonly Piece[]): string[] =>
      pieces.filter(({ kind, text }) => /[a-z]{3}/i.test(kind + text)).map(({ kind, text }) => kind + text);
    for (const pack of everyPack()) {
      expect(nameless(piecesOf(pack))).toEqual([]);
      expect(Object.keys(pack.acts).filter((act) => ACT_NAMES[act] === undefined)).toEqual([]);
    }
  });

  it('names every part of a pack that stands beside a rule', () => {
    const parts = everyPack().flatMap((pack) =>
      pack.rules.flatMap(({ id }) => explainRule([pack], id)?.keptBy.map(({ part }) => part) ?? []),
    );
    expect(
      [...new Set(parts)].filter((part) => PARTS[part] === undefined && part !== 'acts' && part !== 'noLimits'),
    ).toEqual([]);
  });
});
