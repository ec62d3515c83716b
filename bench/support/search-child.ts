// One engine in a process of its own, so that its memory is its own: fills it, asks it, prints what was measured as JSON.
import { queriesIn, documentsIn, type BenchQuery } from './search-lines.ts';
import type { Engine } from './search-engines.ts';
import { ownEngine } from './search-own.ts';
import { percentiles } from './samples.ts';

const [name = '', corpus = '', queries = '', secondsText = '60', dir = ''] = process.argv.slice(2);
const OWN = 'this desk';
/** Documents taken in after the others, one by one. */
const INSERTED = 100;
const WARM_UP = 20;

/** MB that are kept: what a collection has found to be free is given back only a little later. */
async function rss(): Promise<number> {
  for (let times = 0; times < 2; times += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return process.memoryUsage.rss() / 2 ** 20;
}

async function engineOf(): Promise<Engine> {
  if (name === OWN) return ownEngine(dir);
  const { PEERS } = await import('./search-peers.ts');
  const make = PEERS[name];
  if (!make) throw new RangeError(`no engine called ${name}`);
  return make();
}

async function ask(engine: Engine, asked: readonly BenchQuery[], seconds: number) {
  const samples: number[] = [];
  const cpuBefore = process.cpuUsage();
  let [first, five, ten, reciprocal] = [0, 0, 0, 0];
  for (const { q } of asked.slice(0, WARM_UP)) await engine.search(q);
  const until = performance.now() + seconds * 1000;
  for (const { q, relevant } of asked) {
    if (performance.now() > until) break;
    const started = performance.now();
    const found = await engine.search(q);
    samples.push(performance.now() - started);
    const rank = found.findIndex((id) => relevant.includes(id)) + 1;
    if (rank === 0) continue;
    reciprocal += 1 / rank;
    if (rank === 1) first += 1;
    if (rank <= 5) five += 1;
    if (rank <= 10) ten += 1;
  }
  const n = samples.length;
  const cpu = process.cpuUsage(cpuBefore);
  const share = (count: number): number => Math.round((count / Math.max(1, n)) * 1000) / 1000;
  const quality = {
    n,
    'recall@1': share(first),
    'recall@5': share(five),
    'recall@10': share(ten),
    MRR: share(reciprocal),
  };
  const { p50, p95, p99 } = percentiles(samples);
  return {
    ...quality,
    'p50 ms': p50,
    'p95 ms': p95,
    'p99 ms': p99,
    'cpu ms': Math.round((cpu.user + cpu.system) / (n + WARM_UP)) / 1000,
  };
}

const before = await rss();
const engine = await engineOf();
const started = performance.now();
const openedMs = engine.openedMs?.() ?? null;
// What lies there already needs no corpus, and reading one would count as its memory.
if (openedMs === null) {
  for (const document of documentsIn(corpus)) await engine.add(document);
  await engine.finish();
}
const buildS = (performance.now() - started) / 1000;
const memory = await rss();
let documents = 0;
for (const _ of documentsIn(corpus)) documents += 1;

const kinds: Record<string, Awaited<ReturnType<typeof ask>>> = {};
for (const [kind, asked] of Map.groupBy(queriesIn(queries), (query) => query.kind))
  kinds[kind] = await ask(engine, asked, Number(secondsText));

const insertMs: number[] = [];
for (const document of documentsIn(corpus)) {
  if (insertMs.length >= INSERTED) break;
  const at = performance.now();
  await engine.insert({ ...document, id: `${document.id}-again` });
  insertMs.push(performance.now() - at);
}
const { p50, p99 } = percentiles(insertMs);
const index = {
  documents,
  ...(engine.bytes() === null ? {} : { 'index bytes': engine.bytes() }),
  'memory MB': Math.round(memory),
  'memory before MB': Math.round(before),
  'insert p50 ms': p50,
  'insert p99 ms': p99,
  ...(openedMs === null ? { 'build s': Math.round(buildS * 10) / 10 } : { 'opened ms': Math.round(openedMs) }),
};
console.log(JSON.stringify({ setUp: engine.setUp, index, kinds }));
process.exit(0);
