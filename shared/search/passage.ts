import { normalise } from './normalise.ts';

/** [start, end) in UTF-16 units. */
export type Mark = [number, number];

export interface Passage {
  readonly text: string;
  readonly marks: Mark[];
}

const LONGEST = 130;
const SENTENCE_END = /[。！？；!?;\n]/;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly weight: number;
}

/** Where the phrases stand in a text, merged where they touch. */
export function marksIn(text: string, phrases: ReadonlyMap<string, number>): Mark[] {
  return merged(find(normalise(text), phrases));
}

/** The sentences of a body that answer best: those with the most of what is asked for, whole sentences where they fit. */
export function bestPassage(body: string, phrases: ReadonlyMap<string, number>): Passage {
  const found = find(normalise(body), phrases);
  const [start, end] = bestWindow(sentences(body), found);
  const inside = found.filter((mark) => mark.start >= start && mark.end <= end);
  return {
    // One line: breaks and the signs of headings and items become blanks, so that the marks stay where they are.
    text: body.slice(start, end).replaceAll(/\n(?:[#-] )?/g, (lead) => ' '.repeat(lead.length)),
    marks: merged(inside).map(([from, to]): Mark => [from - start, to - start]),
  };
}

function find(text: string, phrases: ReadonlyMap<string, number>): Found[] {
  const found: Found[] = [];
  for (const [phrase, weight] of phrases) {
    for (let start = text.indexOf(phrase); start !== -1; start = text.indexOf(phrase, start + phrase.length))
      found.push({ start, end: start + phrase.length, phrase, weight });
  }
  return found.toSorted((one, other) => one.start - other.start);
}

function merged(found: readonly Found[]): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end } of found) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** Sentences without the blank and the `# `, `- ` before them; over-long ones are cut. */
function sentences(body: string): Mark[] {
  const result: Mark[] = [];
  let start = 0;
  for (let place = 0; place < body.length; place += 1) {
    const ends = SENTENCE_END.test(body.charAt(place)) || place - start >= LONGEST - 1 || place === body.length - 1;
    if (!ends) continue;
    const lead = /^[\s#-]*/.exec(body.slice(start, place + 1))?.[0].length ?? 0;
    const end = body.charAt(place) === '\n' ? place : place + 1;
    if (start + lead < end) result.push([start + lead, end]);
    start = place + 1;
  }
  return result;
}

/** The shortest run of sentences that is worth most, and what follows it as far as there is room. */
function bestWindow(all: readonly Mark[], found: readonly Found[]): Mark {
  let best = { start: all[0]?.[0] ?? 0, end: all[0]?.[1] ?? 0, last: 0, score: 0 };
  for (const [first, [start]] of all.entries()) {
    for (let last = first; last < all.length; last += 1) {
      const end = all[last]?.[1] ?? start;
      if (last > first && end - start > LONGEST) break;
      const score = worth(found, start, end);
      const shorter = score === best.score && score > 0 && end - start < best.end - best.start;
      if (score > best.score || shorter) best = { start, end, last, score };
    }
  }
  for (const [, end] of all.slice(best.last + 1)) {
    if (end - best.start > LONGEST) break;
    best.end = end;
  }
  return [best.start, best.end];
}

/** Each phrase once, and a little for every further time it stands there. */
function worth(found: readonly Found[], start: number, end: number): number {
  const once = new Set<string>();
  let score = 0;
  for (const mark of found) {
    if (mark.start < start || mark.end > end) continue;
    score += once.has(mark.phrase) ? mark.weight * 0.1 : mark.weight;
    once.add(mark.phrase);
  }
  return score;
}
