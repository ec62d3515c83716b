import { beforeAll, describe, expect, it } from 'vitest';
import { orderIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { createSegmenter } from './segment.ts';
import { createSimilarOrders, type SimilarOrders } from './similar.ts';

let segment: Segment;
beforeAll(() => {
  segment = createSegmenter();
});

function id(n: number): OrderId {
  return orderIdSchema.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
}

const TEXTS = [
  '淇滨区黄河路嘉园小区南侧工地夜间施工噪音扰民，凌晨两点还在打桩，无法休息',
  '嘉园小区南侧工地凌晨打桩，夜间施工噪音太大影响休息，希望处理',
  '山城区红旗街路灯不亮，晚上出行不安全',
  '咨询住房公积金租房提取需要什么材料',
  '浚县某中学违规补课收费',
  '鹤山区供水管道破裂，已停水两天',
];

function filled(capacity?: number): SimilarOrders {
  const orders = createSimilarOrders(capacity === undefined ? { segment } : { segment, capacity });
  for (const [place, text] of TEXTS.entries()) orders.put(id(place), text);
  return orders;
}

describe('earlier orders', () => {
  it('about the same matter are found, others are not', () => {
    const found = filled().similar('嘉园小区旁边工地夜间打桩噪音，凌晨不能休息', 5);
    expect(new Set(found.map((one) => one.id))).toEqual(new Set([id(0), id(1)]));
  });

  it('score 1 for the same text and less for another', () => {
    const [same, next] = filled().similar(TEXTS[0] ?? '', 5);
    expect(same?.id).toBe(id(0));
    expect(same?.score).toBeCloseTo(1, 5);
    expect(next?.score).toBeLessThan(1);
  });

  it('are none for a text that says nothing known', () => {
    expect(filled().similar('您好', 5)).toEqual([]);
    expect(createSimilarOrders({ segment }).similar(TEXTS[0] ?? '', 5)).toEqual([]);
  });

  it('are ranked by nearness where even distant ones are wanted', () => {
    const text = '工地夜间打桩，路灯不亮';
    const near = filled().nearest(text, 3);
    expect(near.map((one) => one.id)).toEqual(expect.arrayContaining([id(0), id(1), id(2)]));
    expect(near.length).toBeGreaterThan(filled().similar(text, 3).length);
  });

  it('follow changes and removals', () => {
    const orders = filled();
    expect(orders.similar(TEXTS[0] ?? '', 5)).toHaveLength(2);
    orders.put(id(1), '燃气灶打不着火');
    orders.remove(id(0));
    expect(orders.similar(TEXTS[0] ?? '', 5)).toEqual([]);
    expect(orders.similar('燃气灶打不着火', 5)).toMatchObject([{ id: id(1) }]);
    expect(orders.size()).toBe(TEXTS.length - 1);
  });

  it('are found by what tells most where reading all that the words of a text lead to would take long', () => {
    const orders = createSimilarOrders({ segment, mostRead: 60 });
    for (const [place, text] of TEXTS.entries()) orders.put(id(place), text);
    for (let n = 0; n < 60; n += 1) orders.put(id(100 + n), `希望处理小区夜间休息问题，影响出行安全，第${n}次反映`);
    expect(orders.similar(TEXTS[0] ?? '', 2).map((one) => one.id)).toEqual([id(0), id(1)]);
  });

  it('are the most recent ones where there is no room for all', () => {
    const orders = filled(3);
    expect(orders.size()).toBe(3);
    expect(orders.similar(TEXTS[0] ?? '', 5)).toEqual([]);
    expect(orders.similar(TEXTS[5] ?? '', 5)).toMatchObject([{ id: id(5) }]);
  });
});
