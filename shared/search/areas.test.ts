import { describe, expect, it } from 'vitest';
import { areasIn, areaShare } from './areas.ts';

const COUNTIES = ['淇滨区', '浚县'];

describe('the areas of a text', () => {
  it('are the names of the own city and the codes of anonymous material', () => {
    expect([...areasIn('a5区和b市的医保, 淇滨区另行规定', COUNTIES)]).toEqual(['a5', 'b', '淇滨区']);
  });

  it('are not estates, cities at large or numbers of roads', () => {
    expect([...areasIn('全市各小区的g107国道与ktv', COUNTIES)]).toEqual([]);
  });
});

describe('an article for another area', () => {
  const asked = new Set(['浚县']);

  it('counts less than one for the asked area, and that less than one for no area but it', () => {
    const [elsewhere, both, here] = [['淇滨区'], ['淇滨区', '浚县'], ['浚县']].map((named) => areaShare(asked, named));
    expect(elsewhere).toBeLessThan(both ?? 0);
    expect(both).toBeLessThan(here ?? 0);
    expect(here).toBe(1);
  });

  it('loses nothing where the question or the article names no area', () => {
    expect(areaShare(asked, [])).toBe(1);
    expect(areaShare(new Set(), ['淇滨区'])).toBe(1);
  });
});
