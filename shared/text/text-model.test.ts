import { describe, expect, it } from 'vitest';
import { crossValidate, judgeModel, vocabularyFor, type Material } from './judge-model.ts';
import { packModel, unpackModel } from './model-bytes.ts';
import { guess } from './text-model.ts';
import { trainModel } from './train-model.ts';

const MATTERS: Readonly<Record<string, readonly string[]>> = {
  供热: ['暖气', '不热', '供暖', '阀门', '温度'],
  交通: ['红绿灯', '路口', '堵车', '公交', '停车'],
  社保: ['养老', '医保', '缴费', '退休', '工伤'],
};

/** Texts of three words of one matter and one that all share, each from somebody else. */
function material(each: number): Material {
  const examples = Object.entries(MATTERS).flatMap(([label, words]) =>
    Array.from({ length: each }, (_, at) => ({
      label,
      weight: 1,
      from: `${label}${at}`,
      terms: new Map(['你好', words[at % 5], words[(at + 1) % 5], words[(at + 3) % 5]].map((word) => [word ?? '', 1])),
    })),
  );
  const tables = [{ label: '绿化', weight: 0.5, terms: new Map([['树木', 1]]) }];
  return { examples, tables, unlabelled: [], options: { least: 3 } };
}

const asked = (...words: string[]) => new Map(words.map((word) => [word, 1]));

describe('a text model', () => {
  const known = material(20);
  const { figures, sharpness } = crossValidate(known);
  const model = trainModel([...known.examples, ...known.tables], vocabularyFor(known), sharpness);

  it('sorts texts by their words, and names the words that decided', () => {
    const [first, second] = guess(model, asked('你好', '暖气', '温度'), 3);
    expect(first).toMatchObject({ label: '供热' });
    expect(first?.reasons.toSorted()).toEqual(['暖气', '温度'].toSorted());
    expect(first?.confidence).toBeGreaterThan(0.8);
    expect(second?.confidence).toBeLessThan(0.2);
  });

  it('is unsure where the words speak for two, and says nothing of words it does not know', () => {
    expect(guess(model, asked('暖气', '红绿灯'), 1)[0]?.confidence).toBeLessThan(0.8);
    expect(guess(model, asked('莫名其妙'), 3)).toEqual([]);
  });

  it("knows a label of the city's tables before anybody has used it", () => {
    expect(guess(model, asked('树木'), 1)[0]).toMatchObject({ label: '绿化', reasons: ['树木'] });
  });

  it('is judged on texts it had not learned from', () => {
    expect(figures.texts).toBe(60);
    expect(figures.macroF1).toBeGreaterThan(0.95);
    expect(figures.labels.map(({ label }) => label).toSorted()).toEqual(Object.keys(MATTERS).toSorted());
    expect(judgeModel(model, [{ terms: asked('公交'), label: '社保' }])).toMatchObject({ accuracy: 0, macroF1: 0 });
  });

  it('is the same when it is learned again from the same texts', () => {
    const again = trainModel([...known.examples, ...known.tables], vocabularyFor(known), sharpness);
    expect(packModel(again)).toEqual(packModel(model));
  });

  it('comes out of its bytes as it went in; bytes that are cut short are refused', () => {
    const bytes = packModel(model);
    expect(guess(unpackModel(bytes), asked('堵车', '退休'), 3)).toEqual(guess(model, asked('堵车', '退休'), 3));
    expect(() => unpackModel(bytes.subarray(0, bytes.length - 8))).toThrow('cut short');
    expect(() => unpackModel(Uint8Array.from([9, 9, 9, 9, 9]))).toThrow('cut short');
  });
});
