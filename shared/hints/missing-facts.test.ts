import { describe, expect, it } from 'vitest';
import { missingFacts, type WrittenSoFar } from './missing-facts.ts';

const blank: WrittenSoFar = { text: '', subjectPath: [], place: '', occurredAt: null, accusedUnit: '' };
const asked = (written: Partial<WrittenSoFar>) => missingFacts({ ...blank, ...written });

describe('facts worth asking for while the caller is there', () => {
  it('go by the subject', () => {
    expect(asked({ text: '家里暖气不热，很冷' })).toEqual(['where', 'door', 'since']);
    expect(asked({ text: '老板拖欠工资不给', subjectPath: ['劳动保障', '工资', '拖欠工资'] })).toEqual([
      'company',
      'since',
      'receipt',
    ]);
  });

  it('are not asked again where the text or a field says them', () => {
    expect(asked({ text: '福源小区3号楼暖气三天不热了' })).toEqual([]);
    expect(asked({ text: '家里暖气三天不热了', place: '福源小区3号楼' })).toEqual([]);
    expect(asked({ text: '楼下烧烤店油烟很大', occurredAt: '2026-11-21T02:00:00.000Z', place: '黄河路' })).toEqual([]);
  });

  it('are none where nothing is known of the matter, or hardly anything is written', () => {
    expect(asked({ text: '想问一下有没有什么办法' })).toEqual([]);
    expect(asked({ text: '暖气' })).toEqual([]);
  });
});
