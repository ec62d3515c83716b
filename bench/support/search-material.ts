// Makes the material of the search bench out of a folder of citizens' messages with their official replies:
// `node bench/support/search-material.ts --data=FOLDER --out=FOLDER [--documents=100000] [--seed=1]
// [--quotes-only]`.
//
// The folder holds `replies.jsonl` {n, subject, detail, reply, at}. A reply serves as an article, the subject line as a
// question whose answer is that reply. Greetings and what a reply repeats of the question are taken out of it, as an
// article would not have them; its title is its own first sentence. `--quotes-only` takes out no more than what a reply
// quotes of the question word for word. Written are:
//   corpus.jsonl          the replies
//   corpus-asked.jsonl    the same with the message's detail as an earlier caller's wording
//   corpus-large.jsonl    filled up to --documents with articles spliced of real sentences
//   corpus-learn.jsonl    one article for all replies that say the same; calls.jsonl has who asked for it, by time
//   queries.jsonl         questions ("question"), three key terms of them ("terms"), initials of titles ("initials")
//   queries-tuning.jsonl  the half by which weights may be chosen; queries-measuring.jsonl has the other
// Nothing of it belongs into the repository.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSegmenter } from '../../station/knowledge/segment.ts';
import { normalise } from '../../shared/search/normalise.ts';
import { syllables } from '../../shared/search/pinyin.ts';
import { wordsOf } from '../../shared/search/terms.ts';

const replySchema = z.object({
  n: z.number(),
  subject: z.string(),
  detail: z.string(),
  reply: z.string(),
  at: z.string(),
});
type Reply = z.infer<typeof replySchema>;

interface Document {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly asked?: readonly string[];
}

/** A run this long that stands in question and reply alike is a quotation. */
const QUOTED = 10;
const TITLE_LENGTH = 40;
const GREETING = /^(?:[^。！!：:]{0,40}(?:网友|市民|先生|女士|同志|您好|你好)[^。！!：:]{0,30}[。！!：:，,]*)+/u;
const RECEIVED =
  /[^。！!：:]{0,30}(?:收悉|留言已|现将|现就|答复如下|回复如下|回复：|反映的问题|高度重视)[^。！!：:]{0,60}[。！!：:，,]/gu;
const REPEATED = /(?:关于|针对|对于)[^。，]{0,80}(?:问题|来信|留言|建议|反映|投诉|咨询)[，,。：:]?/u;
const CLOSING = /(?:感谢您|特此|祝您|谢谢)[^]{0,80}$/u;

function documentOf({ n, subject, reply }: Reply, quotesOnly: boolean): Document {
  const plain = quotesOnly ? reply.replaceAll(/\s+/gu, '') : withoutFrame(reply);
  const body = withoutQuotes(plain, subject) || reply;
  const first = body.split(/[。；！？]/u).find((sentence) => sentence.length >= 6) ?? body;
  return { id: `r${n}`, title: first.slice(0, TITLE_LENGTH), body };
}

/** Without its greeting, its closing and the sentence that says again what was asked. */
function withoutFrame(reply: string): string {
  return reply
    .replace(GREETING, '')
    .replace(RECEIVED, '')
    .replace(REPEATED, '')
    .replace(CLOSING, '')
    .replaceAll(/\s+/gu, '');
}

function withoutQuotes(text: string, question: string): string {
  let result = text;
  for (let start = 0; start + QUOTED <= question.length; start += 1) {
    let length = QUOTED;
    if (!result.includes(question.slice(start, start + length))) continue;
    while (start + length < question.length && result.includes(question.slice(start, start + length + 1))) length += 1;
    result = result.replaceAll(question.slice(start, start + length), '');
  }
  return result;
}

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Articles of some real length, each of sentences of several replies: nobody's answer, and in everybody's words. */
function* spliced(documents: readonly Document[], count: number, random: () => number): Generator<Document> {
  const sentences = documents.flatMap(({ body }) => body.split(/(?<=[。；！？])/u).filter((one) => one.length >= 8));
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(random() * list.length)] ?? otherwise;
  for (let made = 0; made < count; made += 1) {
    const wanted = 200 + Math.floor(random() * 700);
    let body = '';
    while (body.length < wanted) body += pick(sentences, '。');
    yield { id: `s${made}`, title: body.slice(0, 12 + Math.floor(random() * 18)), body };
  }
}

/** Replies this much alike in their runs of characters say the same. */
const ALIKE = 0.5;
const RUN = 6;
const LEAST_RUNS = 40;

/** For each reply the first that says the same, itself where none does. Short ones say too little to tell. */
function firstAlike(bodies: readonly string[]): number[] {
  const runs = bodies.map((body) => {
    const found = new Set<string>();
    for (let at = 0; at + RUN <= body.length; at += 1) found.add(body.slice(at, at + RUN));
    return found;
  });
  const having = new Map<string, number[]>();
  return runs.map((own, at) => {
    const shared = new Map<number, number>();
    for (const run of own) {
      for (const other of having.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      having.set(run, [...(having.get(run) ?? []), at]);
    }
    if (own.size < LEAST_RUNS) return at;
    const alike = [...shared].find(([other, count]) => {
      const whole = own.size + (runs[other]?.size ?? 0) - count;
      return (runs[other]?.size ?? 0) >= LEAST_RUNS && count / whole >= ALIKE;
    });
    return alike?.[0] ?? at;
  });
}

/** By what answers a question, so that all that is asked of one article lies in one half. */
function isForTuning({ relevant }: { readonly relevant: readonly string[] }): boolean {
  const hash = Array.from(relevant[0] ?? '').reduce((sum, sign) => (sum * 131 + sign.charCodeAt(0)) % 1_000_003, 0);
  return hash % 2 === 0;
}

/** `2019/4/24 16:03:40` so that it sorts. */
function instantOf(at: string): string {
  return at.replaceAll(/\d+/gu, (digits) => digits.padStart(2, '0'));
}

function lines(items: Iterable<object>): string {
  let text = '';
  for (const item of items) text += `${JSON.stringify(item)}\n`;
  return text;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      documents: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      'quotes-only': { type: 'boolean', default: false },
    },
  });
  if (!values.data || !values.out) throw new RangeError('--data=FOLDER and --out=FOLDER are needed');
  const { out } = values;
  const replies = readFileSync(join(values.data, 'replies.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => replySchema.parse(JSON.parse(line)));
  const documents = replies.map((reply) => documentOf(reply, values['quotes-only']));
  const segment = createSegmenter();
  mkdirSync(out, { recursive: true });
  const write = (name: string, items: Iterable<object>): void => writeFileSync(join(out, name), lines(items));

  write('corpus.jsonl', documents);
  const detail = (reply: Reply): string => reply.detail.replaceAll(/\s+/gu, '');
  write(
    'corpus-asked.jsonl',
    documents.map((one, at) => ({ ...one, asked: replies.slice(at, at + 1).map(detail) })),
  );
  const alike = firstAlike(documents.map(({ body }) => body));
  write(
    'corpus-learn.jsonl',
    documents.filter((_, at) => alike[at] === at),
  );
  const calls = replies.map((reply, at) => {
    const first = documents[alike[at] ?? at];
    return {
      q: reply.subject.trim(),
      words: detail(reply),
      relevant: first ? [first.id] : [],
      at: instantOf(reply.at),
    };
  });
  write(
    'calls.jsonl',
    calls.toSorted((one, other) => one.at.localeCompare(other.at)),
  );
  const random = seeded(Number(values.seed));
  function* large(): Generator<Document> {
    yield* documents;
    yield* spliced(documents, Math.max(0, Number(values.documents) - documents.length), random);
  }
  write('corpus-large.jsonl', large());

  const frequency = new Map<string, number>();
  const wordsIn = (text: string): Set<string> =>
    new Set(wordsOf(normalise(text), segment).filter((word) => word.length > 1));
  for (const { title, body } of documents)
    for (const word of wordsIn(title + body)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const key = (word: string): number => Math.log(documents.length / (1 + (frequency.get(word) ?? 0)));
  const initialsOf = (title: string): string =>
    syllables(normalise(title).replaceAll(/[^\u3400-\u9fff]/gu, ''))
      .map((one) => one.charAt(0))
      .join('');
  const queries = replies.flatMap((reply, at) => {
    const relevant = [`r${reply.n}`];
    const terms = [...wordsIn(reply.subject)].toSorted((one, other) => key(other) - key(one)).slice(0, 3);
    const initials = initialsOf(documents[at]?.title ?? '').slice(0, 5);
    return [
      { q: reply.subject.trim(), relevant, kind: 'question' },
      ...(terms.length === 3 ? [{ q: terms.join(' '), relevant, kind: 'terms' }] : []),
      ...(initials.length === 5 && at % 4 === 0 ? [{ q: initials, relevant, kind: 'initials' }] : []),
    ];
  });
  write('queries.jsonl', queries);
  write('queries-tuning.jsonl', queries.filter(isForTuning));
  write(
    'queries-measuring.jsonl',
    queries.filter((query) => !isForTuning(query)),
  );
}

main();
