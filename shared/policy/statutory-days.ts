import chineseDays from 'chinese-days';

/**
 * The thirteen days off that the holiday regulation itself names (as amended from 2025), which are certain long before
 * the year's 调休 is announced: 元旦, 除夕 and 春节 1-3, 清明, 劳动节 1-2, 端午, 中秋, 国庆 1-3.
 * @param year e.g. `2027`
 */
function statutoryDaysOff(year: string): readonly string[] {
  const springFestival = dateOfLunar(`${year}-01-01`);
  const qingming = chineseDays
    .getSolarTerms(`${year}-04-03`, `${year}-04-07`)
    .filter(({ name }) => name === '清明')
    .map(({ date }) => date);
  return [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((days) => shift(springFestival, days)),
    ...qingming,
    `${year}-05-01`,
    `${year}-05-02`,
    dateOfLunar(`${year}-05-05`),
    dateOfLunar(`${year}-08-15`),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ];
}

const known = new Map<string, ReadonlySet<string>>();

/** True where the regulation itself gives the date off, whatever the year's announcement will add. */
export function isStatutoryDayOff(date: string): boolean {
  const year = date.slice(0, 4);
  const days = known.get(year) ?? new Set(statutoryDaysOff(year));
  known.set(year, days);
  return days.has(date);
}

function dateOfLunar(lunar: string): string {
  return chineseDays.getSolarDateFromLunar(lunar).date;
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
