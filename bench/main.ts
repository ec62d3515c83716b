// Measured figures: `npm run --silent bench -- outbox|list|storm|pop|start|... [--json] [--name=value ...]`.
// A value may stand behind its name too, as in `--train F.jsonl`.
// Without --json a table; with it one JSON object on stdout and nothing else. Ratios within a run are to be trusted,
// absolute times only together with the machine they stand beside.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { tableOf, type BenchInput, type Report } from './support/report.ts';

const BENCHES: Readonly<Record<string, () => Promise<{ run: (input: BenchInput) => Promise<Report> }>>> = {
  outbox: () => import('./outbox.ts'),
  list: () => import('./list.ts'),
  month: () => import('./month.ts'),
  storm: () => import('./storm.ts'),
  pop: () => import('./pop.ts'),
  start: () => import('./start.ts'),
  classify: () => import('./classify.ts'),
  similar: () => import('./similar.ts'),
  search: () => import('./search.ts'),
  learn: () => import('./learn.ts'),
  hall: () => import('./hall.ts'),
  telephony: () => import('./telephony.ts'),
  pause: () => import('./pause.ts'),
};

const USAGE = `usage: bench ${Object.keys(BENCHES).join('|')} [--json] [--name=value ...]; each file in bench/ names its options`;
const EXIT_USAGE = 2;

const { positionals, tokens } = parseArgs({ strict: false, allowPositionals: true, tokens: true });
const SWITCHES: ReadonlySet<string> = new Set(['json', 'peers']);
const options = new Map(
  tokens.flatMap((token, at): [string, string][] => {
    if (token.kind !== 'option') return [];
    const next = tokens[at + 1];
    const behind = next?.kind === 'positional' && !SWITCHES.has(token.name) ? next.value : '';
    return [[token.name, token.value ?? behind]];
  }),
);
const load = BENCHES[positionals[0] ?? ''];

if (!load) {
  console.error(USAGE);
  process.exitCode = EXIT_USAGE;
} else {
  const { run } = await load();
  const report = await run({ options, tell: (line) => console.error(line) });
  const machine = {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpus: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
  };
  const finished = { ...report, machine, at: new Date().toISOString() };
  console.log(options.has('json') ? JSON.stringify(finished, null, 2) : tableOf(report, machine));
}
