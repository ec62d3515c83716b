import { memoryOfTree } from './memory.ts';
import { processorSeconds } from './processor.ts';
import type { Figure } from './report.ts';
import { percentiles, thousandth } from './samples.ts';

/** The programs of the house that a bench has running below itself. */
export type Part = 'centre' | 'desk' | 'window';
const PARTS: readonly (readonly [part: Part, command: RegExp])[] = [
  ['centre', /centre-process/],
  ['desk', /desk-process|station/],
  ['window', /--type=renderer/],
];

/** What one program had used at a moment: seconds of processor since its start, and megabytes (PSS). */
interface Use {
  readonly seconds: number;
  readonly megabytes: number;
}

interface Moment {
  readonly atMs: number;
  readonly uses: ReadonlyMap<Part, Use>;
}

export interface PartsWatch {
  /** How far apart looks are at the least; between them it costs nothing. */
  look(): void;
  /** For each part: its share of one processor, and its memory early, late and at the most. */
  figures(when: string): Figure[];
  /** Median memory of a part in the second and in the last third of the time; the first is for getting warm. */
  growth(part: Part): { readonly before: number; readonly after: number };
}

/**
 * Watches the processor and memory of the programs.
 * @param apartMs looks that follow closer are not taken
 * @param tell hears each look in a line
 */
export function watchParts(apartMs: number, tell: (line: string) => void): PartsWatch {
  const moments: Moment[] = [now()];
  const third = (part: Part, which: 1 | 2): number => {
    const all = moments.slice(1).map(({ uses }) => uses.get(part)?.megabytes ?? 0);
    const from = Math.floor((all.length * which) / 3);
    const to = which === 1 ? Math.max(from + 1, Math.floor((all.length * 2) / 3)) : all.length;
    return Math.round(percentiles(all.slice(from, to)).p50);
  };
  return {
    look() {
      const last = moments.at(-1);
      if (last && performance.now() - last.atMs < apartMs) return;
      const moment = now();
      moments.push(moment);
      tell([...moment.uses].map(([part, { megabytes }]) => `${part} ${Math.round(megabytes)} MB`).join(', '));
    },
    figures(when) {
      moments.push(now());
      const [first, last] = [moments[0], moments.at(-1)];
      if (!first || !last) return [];
      return PARTS.map(([part]) => {
        const seconds = (last.uses.get(part)?.seconds ?? 0) - (first.uses.get(part)?.seconds ?? 0);
        const megabytes = moments.map(({ uses }) => uses.get(part)?.megabytes ?? 0);
        return {
          name: `${when}, ${part}: share of one processor; memory MB (second third, last third, most)`,
          values: {
            processor: thousandth((seconds * 1000) / (last.atMs - first.atMs)),
            middle: third(part, 1),
            late: third(part, 2),
            most: Math.round(Math.max(...megabytes)),
          },
        };
      });
    },
    growth: (part) => ({ before: third(part, 1), after: third(part, 2) }),
  };
}

function now(): Moment {
  const uses = new Map<Part, { seconds: number; megabytes: number }>();
  for (const { pid, command, megabytes } of memoryOfTree(process.pid)) {
    const part = PARTS.find(([, pattern]) => pattern.test(command))?.[0];
    if (!part) continue;
    const sum = uses.get(part) ?? { seconds: 0, megabytes: 0 };
    uses.set(part, { seconds: sum.seconds + (processorSeconds(pid) ?? 0), megabytes: sum.megabytes + megabytes });
  }
  return { atMs: performance.now(), uses };
}
