import { instant } from '../../instant.ts';
import { SHIPPED_CALENDAR } from '../calendar.ts';
import type { LimitQuery } from '../choose.ts';
import { dueOf, type DueAnswer } from '../deadline.ts';
import type { Pack } from '../pack.ts';
import type { StartEvent } from '../values.ts';
import { everyStart, expectedEnd } from './oracle.ts';

/** A case of a city's table: the title starts with the rule, then what is asked, then what the text says. */
export type Case = readonly [
  title: string,
  asked: Partial<LimitQuery>,
  says: {
    readonly limit: string;
    readonly from: StartEvent;
    readonly article: string;
    readonly also?: readonly string[];
  },
];

const PLAIN: LimitQuery = {
  channel: 'hotline',
  category: 'complaint',
  complexity: 'clear',
  units: 1,
  mode: 'forward',
  urgency: 'general',
  startMs: Date.parse('2026-09-30T16:00:00+08:00'),
};

/** The city's answer to a plain hotline complaint that is forwarded, with what differs from that. */
export function ask(pack: Pack, asked: Partial<LimitQuery>): DueAnswer {
  return dueOf(pack, { ...PLAIN, ...asked }, SHIPPED_CALENDAR);
}

/** The starts on which the pack's answer differs from the plain counting, over every day of two years: none. */
export function wrongDays(pack: Pack, each: Case): object[] {
  return everyStart().flatMap((startMs) => {
    const { deadline } = ask(pack, { ...each[1], startMs });
    const expected = expectedOf(pack, each, startMs);
    const given = deadline && {
      ...deadline,
      also: deadline.also.map(({ rule, limit }) => `${rule} ${limit}`).toSorted(),
    };
    return given && asText(given) === asText(expected) ? [] : [{ start: instant(startMs), given, expected }];
  });
}

function expectedOf(pack: Pack, [title, , says]: Case, startMs: number): object {
  const { dueMs, provisional } = expectedEnd(startMs, says.limit);
  const [rule] = title.split(':');
  return {
    due: instant(dueMs),
    provisional,
    rule,
    article: says.article,
    from: says.from,
    startedAt: instant(startMs),
    limit: says.limit,
    pack: pack.city,
    packVersion: pack.version,
    statutory: null,
    also: (says.also ?? []).toSorted(),
  };
}

/** The same text for the same fields, in whatever order they stand. */
function asText(deadline: object): string {
  return JSON.stringify(Object.entries(deadline).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why the city gives no limit, and under which rule it says so. */
export function refusalOf(pack: Pack, asked: Partial<LimitQuery>): { reason: string; rule: string | null } {
  const answer = ask(pack, asked);
  if (answer.deadline !== null) throw new Error(`a limit was given: ${JSON.stringify(answer.deadline)}`);
  return { reason: answer.reason, rule: answer.rule };
}
