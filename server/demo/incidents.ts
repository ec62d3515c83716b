import { callerOf, type DemoCaller } from './callers.ts';
import type { DemoCity } from './city.ts';
import type { Matter } from './matter.ts';
import { mix } from './names.ts';
import { at, type Random } from './random.ts';
import { SCENARIOS } from './scenarios.ts';

const HOUR_MS = 3600_000;

interface IncidentRow {
  /** Hours before now at which it began, and how long people called about it. */
  readonly hoursAgo: number;
  readonly hours: number;
  readonly subject: string;
  readonly countyId: string;
  /** The share of all calls in that time. */
  readonly share: number;
}

/** Things that happened to many at once: what makes a day's calls alike, and what a duplicate check has to find. */
const INCIDENTS: readonly IncidentRow[] = [
  { hoursAgo: 5, hours: 5, subject: 's-gy-rl-wd', countyId: 'u-shancheng', share: 0.3 },
  { hoursAgo: 44, hours: 11, subject: 's-gy-gs-ts', countyId: 'u-qibin', share: 0.4 },
  { hoursAgo: 9 * 24 + 6, hours: 30, subject: 's-hj-dq-yw', countyId: 'u-shancheng', share: 0.22 },
  { hoursAgo: 23 * 24, hours: 9, subject: 's-gy-gd-td', countyId: 'u-xunxian', share: 0.35 },
  { hoursAgo: 61 * 24, hours: 48, subject: 's-zf-spf-jf', countyId: 'u-sfq', share: 0.12 },
];

export interface Incident {
  readonly fromMs: number;
  readonly toMs: number;
  readonly share: number;
  readonly matter: Matter;
  readonly callers: readonly DemoCaller[];
}

/** The incidents of the months before now. A city without the county has had it in another. */
export function incidentsBefore(city: DemoCity, nowMs: number): Incident[] {
  return INCIDENTS.flatMap(({ hoursAgo, hours, subject, countyId: usual, share }, index) => {
    const known = city.counties.some(({ id }) => id === usual);
    const countyId = known ? usual : at(city.counties, index % city.counties.length).id;
    const scenario = SCENARIOS.find((candidate) => candidate.subject === subject);
    if (!scenario) return [];
    const fromMs = nowMs - hoursAgo * HOUR_MS;
    const matter: Matter = { kind: 'trouble', scenario };
    return [
      { fromMs, toMs: fromMs + hours * HOUR_MS, share, matter, callers: neighbours(city, countyId, mix(hoursAgo)) },
    ];
  });
}

const NEIGHBOURS = 80;

/** People who live in one county, from somewhere in the list on. */
function neighbours(city: DemoCity, countyId: string, from: number): DemoCaller[] {
  const found: DemoCaller[] = [];
  for (let index = from % 9000; found.length < NEIGHBOURS && index < 20_000; index += 1) {
    const caller = callerOf(index, city);
    if (caller.homeKind === 'home' && caller.home.countyId === countyId) found.push(caller);
  }
  return found;
}

/** The incident this call is about, if it is about one. */
export function incidentAt(incidents: readonly Incident[], ms: number, random: Random): Incident | null {
  const current = incidents.find(({ fromMs, toMs }) => ms >= fromMs && ms < toMs);
  return current && random.chance(current.share) ? current : null;
}
