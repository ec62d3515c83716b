// Knowledge search on a corpus of one's own, beside the engines an operator may have met.
//
// Method: each engine runs in a process of its own, filled from the corpus and then asked every question, one at a time;
// a sample is the time from the question's text to the ids of the best ten, cutting into words included. Of the desk's
// own index one process makes it and seals it on the disk, and another opens it and is asked, as at a desk's start; its
// memory is that of this whole process. An engine that takes too long is asked fewer questions (its n says how many).
// `cpu ms` is processor time for each question: on a machine shared with others the steadier figure.
//
// Options: --corpus=F.jsonl {"id","title","body","asked"?:[string]}, --queries=F.jsonl {"q","relevant":[id],"kind"},
// --peers (also the others), --only=NAME,NAME (some of the others), --seconds (per engine and kind, default 60)
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { stationEnvironment } from '../station/hosting/environment.ts';
import { wholeNumber, type BenchInput, type Check, type Figure, type Report } from './support/report.ts';

const OWN = 'this desk';
const CHILD = fileURLToPath(new URL('support/search-child.ts', import.meta.url));
const measuredSchema = z.object({
  setUp: z.string(),
  index: z.record(z.string(), z.number()),
  kinds: z.record(z.string(), z.record(z.string(), z.number())),
});
type Measured = z.infer<typeof measuredSchema>;

/** Up to here a corpus is one of quality, from there on one of size. */
const SMALL = 10_000;
const LARGE = 90_000;

export async function run(input: BenchInput): Promise<Report> {
  const corpus = fileOf(input, 'corpus');
  const queries = fileOf(input, 'queries');
  const seconds = wholeNumber(input, 'seconds', 60);
  const dir = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    const measure = (name: string): Promise<Measured> => inChild(input, [name, corpus, queries, String(seconds), dir]);
    const made = await measure(OWN);
    const own = await measure(OWN);
    own.index['build s'] = made.index['build s'] ?? 0;
    const all = new Map([[OWN, own]]);
    for (const name of await peersOf(input)) all.set(name, await measure(name));
    return {
      bench: 'search',
      what: `Knowledge search over ${String(own.index['documents'])} documents: shares of questions whose answer is found, ms per question.`,
      parameters: Object.fromEntries(Array.from(all, ([name, { setUp }]) => [name, setUp])),
      figures: [
        ...Array.from(all, ([name, { kinds }]) =>
          Object.entries(kinds).map(([kind, values]): Figure => ({ name: `${name}: ${kind}`, values })),
        ).flat(),
        ...Array.from(all, ([name, { index }]): Figure => ({ name: `${name}: index`, values: index })),
      ],
      checks: checksOf(own, all.get('FTS5 jieba')),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function fileOf({ options }: BenchInput, name: string): string {
  const file = options.get(name);
  if (!file || !existsSync(file)) throw new RangeError(`--${name} takes a file of JSON lines`);
  return file;
}

async function peersOf({ options }: BenchInput): Promise<string[]> {
  const only = options.get('only');
  if (!options.has('peers') && !only) return [];
  const { PEERS } = await import('./support/search-peers.ts');
  return Object.keys(PEERS).filter((name) => !only || only.split(',').includes(name));
}

async function inChild({ tell }: BenchInput, args: readonly string[]): Promise<Measured> {
  tell(`${args[0] ?? ''} ...`);
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', CHILD, ...args],
    { maxBuffer: 2 ** 24, env: stationEnvironment(process.env) },
  );
  if (stderr) tell(stderr.trim());
  return measuredSchema.parse(JSON.parse(stdout));
}

function checksOf({ index, kinds }: Measured, jieba: Measured | undefined): Check[] {
  const found = kinds['question'];
  if (!found) return [];
  const checks: Check[] = [];
  const atLeast = (name: string, least: number): void => {
    const value = found[name] ?? 0;
    checks.push({ name: `question ${name} at least ${least}`, ok: value >= least, found: String(value) });
  };
  const atMost = (name: string, value: number | undefined, most: number, unit: string): void => {
    checks.push({
      name: `${name} at most ${most} ${unit}`,
      ok: (value ?? Infinity) <= most,
      found: `${value ?? '?'} ${unit}`,
    });
  };
  const documents = index['documents'] ?? 0;
  if (documents < SMALL) {
    atLeast('recall@1', 0.58);
    atLeast('recall@10', 0.78);
  }
  if (documents >= LARGE) {
    atMost('question p95', found['p95 ms'], 4, 'ms');
    atMost('question p99', found['p99 ms'], 6, 'ms');
    atMost('memory', index['memory MB'], 350, 'MB');
    atMost('opened', index['opened ms'], 500, 'ms');
  }
  const other = jieba?.kinds['question'];
  if (other && documents >= LARGE) {
    const times = (other['p50 ms'] ?? 0) / (found['p50 ms'] ?? 1);
    checks.push({
      name: 'at least 20 times as fast as FTS5 over jieba words, p50',
      ok: times >= 20,
      found: times.toFixed(1),
    });
  }
  return checks;
}
