import type { Place } from '../../shared/hints/gazetteer.ts';
import type { DemoCity } from './city.ts';

/** The city's list of places as its office would keep it: counties, their townships, roads and communities. */
export function demoPlaces({ grounds, counties }: DemoCity): Place[] {
  return grounds.flatMap(({ id, name, roads, communities }): Place[] => {
    const townships = (counties.find((county) => county.id === id)?.townships ?? []).map(([, full]) =>
      full.replace(/人民政府$|办事处$/u, ''),
    );
    const within = [...new Set([...townships, ...roads, ...communities])].filter((place) => place.length > 1);
    const short = name.slice(0, -1);
    return [
      { name, within: '', aliases: short.length > 1 ? [short] : [] },
      ...within.map((place) => ({ name: place, within: name, aliases: aliasesOf(place) })),
    ];
  });
}

/** 福源小区 is called 福源花园 by nobody; 桂鹤社区 is called 桂鹤小区 by everybody. */
function aliasesOf(place: string): string[] {
  const stem = /^(.{2,})(?:社区|小区)$/u.exec(place)?.[1];
  return stem ? [`${stem}社区`, `${stem}小区`].filter((alias) => alias !== place) : [];
}
