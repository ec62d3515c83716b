import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';

const documentSchema = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  /** Earlier callers' wording. */
  asked: z.array(z.string()).default([]),
});
export type BenchDocument = z.infer<typeof documentSchema>;

const querySchema = z.object({ q: z.string(), relevant: z.array(z.string()), kind: z.string().default('question') });
export type BenchQuery = z.infer<typeof querySchema>;

const CHUNK = 2 ** 20;

/** The documents of a corpus, one at a time: the file is larger than what is to be measured. */
export function* documentsIn(file: string): Generator<BenchDocument> {
  for (const line of linesIn(file)) yield documentSchema.parse(JSON.parse(line));
}

export function queriesIn(file: string): BenchQuery[] {
  return Array.from(linesIn(file), (line) => querySchema.parse(JSON.parse(line)));
}

function* linesIn(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const decoder = new TextDecoder();
    const bytes = Buffer.alloc(CHUNK);
    let rest = '';
    for (let read = readSync(handle, bytes); read > 0; read = readSync(handle, bytes)) {
      const lines = (rest + decoder.decode(bytes.subarray(0, read), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => line.trim() !== '');
    }
    if (rest.trim() !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}
