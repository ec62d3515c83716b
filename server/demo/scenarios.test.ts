import { describe, expect, it } from 'vitest';
import { packOf } from '../../shared/policy/packs.ts';
import { REFUSALS, SCENARIOS } from './scenarios.ts';
import { demoSubjects } from './subjects.ts';
import { suits } from './telling.ts';
import { demoUnits } from './units.ts';

const THREAD = /^([a-z]+)\|/u;

function threadOf(text: string): string | null {
  return THREAD.exec(text)?.[1]?.slice(0, 1) ?? null;
}

/** The threads a story may be on after each of its lines, null for none; throws where a line has no sentence for one. */
function threadsAfter(story: readonly (readonly string[])[], subject: string): Set<string | null> {
  let threads = new Set<string | null>([null]);
  for (const [index, line] of story.entries()) {
    const next = [...threads].flatMap((thread) => {
      if (thread === null) return line.map(threadOf);
      if (!line.some((text) => suits(text, thread)))
        throw new Error(`${subject}: line ${index} has nothing for ${thread}`);
      return [thread];
    });
    threads = new Set(next);
  }
  return threads;
}

describe('the table of matters', () => {
  it('can be told, answered and replied to whichever way it begins', () => {
    const gaps = SCENARIOS.flatMap(({ subject, story, wish, answers, replies }) =>
      [...threadsAfter(story, subject)].flatMap((thread) =>
        Object.entries({ wish, answers, replies }).flatMap(([list, texts]) =>
          texts.some((text) => suits(text, thread))
            ? []
            : [`${subject}: nothing in ${list} for ${thread ?? 'no thread'}`],
        ),
      ),
    );
    expect(gaps).toEqual([]);
  });

  it('has no thread that no story begins', () => {
    const strays = SCENARIOS.flatMap(({ subject, story, wish, answers, replies }) => {
      const begun = threadsAfter(story, subject);
      const used = [...story, wish, answers, replies]
        .flat()
        .flatMap((text) => Array.from(THREAD.exec(text)?.[1] ?? ''));
      return used.filter((thread) => !begun.has(thread)).map((thread) => `${subject}: ${thread}`);
    });
    expect(strays).toEqual([]);
  });

  it('names subjects, units and grounds that exist', () => {
    const subjects = new Set<string>(demoSubjects().map(({ id }) => id));
    const units = new Set<string>(['county', 'township', ...demoUnits().map(({ id }) => id)]);
    const grounds = new Set(packOf('hebi').refusalGrounds.map(({ id }) => id));
    expect(SCENARIOS.filter(({ subject, unit }) => !subjects.has(subject) || (unit && !units.has(unit)))).toEqual([]);
    expect(REFUSALS.filter(({ groundId }) => !grounds.has(groundId))).toEqual([]);
    expect(REFUSALS.filter(({ subject }) => subject !== null && !subjects.has(subject))).toEqual([]);
  });
});
