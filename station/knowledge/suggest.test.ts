import { beforeAll, describe, expect, it } from 'vitest';
import { subjectIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { createSegmenter } from './segment.ts';
import { createSuggester, type Precedent, type Suggester } from './suggest.ts';

let segment: Segment;
beforeAll(() => {
  segment = createSegmenter();
});

function subject(id: string, path: Subject['path'], unit: string | null, ...words: string[]): Subject {
  return {
    id: subjectIdSchema.parse(id),
    path,
    unitId: unit === null ? null : unitIdSchema.parse(unit),
    words,
    version: 1,
  };
}

function department(id: string, name: string, shortName: string, duties: string, open = true): Unit {
  return {
    id: unitIdSchema.parse(id),
    parentId: null,
    name,
    shortName,
    level: 'department',
    duties,
    contacts: [],
    open,
    version: 1,
  };
}

const NOISE = subject('s-noise', ['环境保护', '噪声污染', '施工噪声'], 'u-env', '噪音', '打桩', '夜间施工');
const FUND = subject('s-fund', ['住房保障', '公积金', '公积金提取'], 'u-gjj', '公积金', '取钱', '租房提取');
const HEAT = subject('s-heat', ['城乡建设', '供热', '供热温度'], null, '暖气', '不热', '室温');
const ENV = department('u-env', '鹤壁市生态环境局', '生态环境局', '噪声、油烟、污水、空气污染的监管');
const GJJ = department('u-gjj', '鹤壁市住房公积金管理中心', '公积金中心', '住房公积金的缴存、提取和贷款');
const QIBIN = department('u-qibin', '淇滨区人民政府', '淇滨区', '辖区内的综合事务、乡镇街道');
const OLD = department('u-old', '鹤壁市环境保护局', '环保局', '噪声、油烟、污水', false);

function suggester(): Suggester {
  const made = createSuggester({ segment });
  made.setUnits([ENV, GJJ, QIBIN, OLD]);
  made.setSubjects([NOISE, FUND, HEAT]);
  return made;
}

describe('the subject', () => {
  it('is the one whose words stand in the text, with those words as reasons', () => {
    const [first] = suggester().subjects('楼下工地夜间施工，打桩的噪音吵得孩子睡不着');
    expect(first?.subject.id).toBe('s-noise');
    expect(first?.reasons).toEqual(expect.arrayContaining(['打桩', '噪音']));
  });

  it('is found by an everyday word that stands in no subject, and says by which', () => {
    const [first] = suggester().subjects('我们小区供暖温度不达标');
    expect(first?.subject.id).toBe('s-heat');
    expect(first?.reasons.join()).toMatch(/供暖|温度/);
  });

  it('is surer the more speaks for it, always between 0 and 1', () => {
    const made = suggester();
    const little = made.subjects('室温')[0]?.confidence ?? 0;
    const much = made.subjects('暖气不热，室温只有十二度，供热温度不够')[0]?.confidence ?? 0;
    expect(much).toBeGreaterThan(little);
    expect(little).toBeGreaterThan(0);
    expect(much).toBeLessThanOrEqual(1);
  });

  it('is left open where nothing speaks for any', () => {
    expect(suggester().subjects('您好请问一下')).toEqual([]);
    expect(suggester().subjects('')).toEqual([]);
    expect(createSuggester({ segment }).subjects('噪音')).toEqual([]);
  });
});

describe('the unit', () => {
  it('is found by its duties, its names and the words of its subjects', () => {
    const made = suggester();
    expect(made.units('饭店油烟太大', null)[0]?.unit.id).toBe('u-env');
    expect(made.units('公积金中心的态度不好', null)[0]?.unit.id).toBe('u-gjj');
    expect(made.units('半夜打桩', null)[0]?.unit.id).toBe('u-env');
    expect(made.units('淇滨区街道办推诿', null)[0]?.unit.id).toBe('u-qibin');
  });

  it('is the usual one of the chosen subject, which is also the reason', () => {
    const [first] = suggester().units('想取出来交房租', FUND.id);
    expect(first?.unit.id).toBe('u-gjj');
    expect(first?.confidence).toBeGreaterThanOrEqual(0.6);
    expect(first?.reasons[0]).toBe('公积金提取');
  });

  it('of the subject stays first, and the others that the text names follow', () => {
    const found = suggester().units('淇滨区工地噪声', NOISE.id);
    expect(found.map((one) => one.unit.id)).toEqual(['u-env', 'u-qibin']);
  });

  it('that is closed is never suggested', () => {
    const found = suggester().units('环保局 环境保护局 噪声', null);
    expect(found.map((one) => one.unit.id)).not.toContain('u-old');
  });
});

describe('earlier orders like it', () => {
  const alike = (subjectId: Subject['id'] | null, score: number, unitId: Unit['id'] | null = null): Precedent => ({
    subjectId,
    unitId,
    score,
  });

  it('say what words alone cannot, and are named as a reason', () => {
    const text = '楼上半夜拖桌子';
    expect(suggester().subjects(text)).toEqual([]);
    const [first] = suggester().subjects(text, [alike(NOISE.id, 0.6), alike(NOISE.id, 0.5), alike(HEAT.id, 0.1)]);
    expect(first?.subject.id).toBe('s-noise');
    expect(first?.confidence).toBeGreaterThan(0.6);
    expect(first?.reasons).toEqual(['以往同类 2 件']);
  });

  it('count little where even the nearest is far', () => {
    const far = suggester().subjects('暖气不热，室温只有十二度', [alike(NOISE.id, 0.03)]);
    expect(far[0]?.subject.id).toBe('s-heat');
  });

  it('that were filed under nothing, or under what is no more, suggest nothing', () => {
    const gone = subjectIdSchema.parse('s-gone');
    expect(suggester().subjects('楼上半夜拖桌子', [alike(null, 0.9), alike(gone, 0.9)])).toEqual([]);
  });

  it('tell the unit too', () => {
    const found = suggester().units('楼上半夜拖桌子', null, [alike(null, 0.7, ENV.id), alike(null, 0.6, ENV.id)]);
    expect(found[0]?.unit.id).toBe('u-env');
  });
});
