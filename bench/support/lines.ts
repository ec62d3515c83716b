import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { BenchInput } from './report.ts';

/**
 * The lines of a JSONL file named by an option.
 * @throws RangeError naming the option, or the line that is not as the bench needs it
 */
export function readLines<T>({ options }: Pick<BenchInput, 'options'>, option: string, schema: z.ZodType<T>): T[] {
  const file = options.get(option);
  if (!file) throw new RangeError(`--${option} takes a file of one JSON object a line`);
  return linesOf(file, schema);
}

/** @throws RangeError naming the line that is not as the bench needs it */
export function linesOf<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new RangeError(`${file}, line ${at + 1}: ${parsed.error.issues[0]?.message ?? ''}`);
      return [parsed.data];
    });
}
