import { describe, expect, it } from 'vitest';
import { createGazetteer, type Place } from './gazetteer.ts';

const place = (name: string, within = '', ...aliases: string[]): Place => ({ name, within, aliases });

const gazetteer = createGazetteer([
  place('淇滨区', '', '淇滨'),
  place('山城区'),
  place('黄河路', '淇滨区'),
  place('黄河路小学', '淇滨区'),
  place('朝阳街', '淇滨区'),
  place('朝阳街', '山城区'),
  place('福源小区', '淇滨区', '福源花园', '福源'),
]);

describe("a place of the city's own list in a text", () => {
  it('the longest name is meant, and the county is written before it', () => {
    expect(gazetteer.find('孩子在黄河路小学门口摔倒')?.text).toBe('淇滨区黄河路小学');
    expect(gazetteer.find('黄河路上的路灯坏了')?.text).toBe('淇滨区黄河路');
  });

  it('what people call it finds it too', () => {
    expect(gazetteer.find('我家住福源花园，暖气不热')).toEqual({
      text: '淇滨区福源小区',
      place: '淇滨区福源小区',
      said: ['福源花园'],
    });
  });

  it('building and crossing are taken along', () => {
    expect(gazetteer.find('福源小区3号楼2单元电梯坏了')?.text).toBe('淇滨区福源小区3号楼2单元');
    expect(gazetteer.find('黄河路与泰山路交叉口红绿灯不亮')?.text).toBe('淇滨区黄河路与泰山路交叉口');
  });

  it('of two roads of one name the one in the county that was said is meant', () => {
    expect(gazetteer.find('山城区朝阳街有人占道')?.text).toBe('山城区朝阳街');
  });

  it('the county alone, where nothing more exact was said; nothing, where no place was', () => {
    expect(gazetteer.find('淇滨的公交车太少')?.text).toBe('淇滨区');
    expect(gazetteer.find('养老金什么时候发')).toBeNull();
  });
});
