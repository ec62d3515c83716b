import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { FileFormat, FilePart, SheetPart } from '../../shared/contract/exports.ts';
import { failure } from '../../shared/failure.ts';
import type { Lines, Sheet, SheetHead } from '../../shared/sheet/sheet.ts';
import { runOnce } from '../threads/once.ts';

/** Bytes of one piece: frames to the window stay small. */
const PIECE = 512 * 1024;

export interface ExportOptions {
  readonly format: FileFormat;
  /** Ms since 1970, for the date in the file. */
  readonly nowMs: number;
  /** Given up: nothing more is read, and the thread that writes ends. */
  readonly signal: AbortSignal | undefined;
  readonly log: (line: object) => void;
}

/**
 * Makes a file of what the centre sends; one that did not come whole becomes none. Writing it takes seconds for many
 * thousand lines, in which calls must not stand still: a thread of its own does it.
 */
export async function* exportFile(parts: AsyncIterable<SheetPart>, options: ExportOptions): AsyncGenerator<FilePart> {
  try {
    const sheet = yield* gather(parts, options.signal);
    if (options.signal?.aborted) return;
    if (sheet) yield* written(sheet, options);
    else yield { kind: 'failed', failure: failure('EXPORT_BROKEN') };
  } catch (error) {
    if (options.signal?.aborted) return;
    const reference = randomUUID().slice(0, 8);
    options.log({ event: 'exportFailed', reference, error: String(error) });
    yield { kind: 'failed', failure: failure('EXPORT_BROKEN', { reference }) };
  }
}

/** @returns the whole table; null where the centre fell silent before its end */
async function* gather(
  parts: AsyncIterable<SheetPart>,
  signal: AbortSignal | undefined,
): AsyncGenerator<FilePart, Sheet | null> {
  let head: SheetHead | null = null;
  let [read, expected] = [0, 0];
  const lines: Lines = [];
  for await (const part of parts) {
    if (signal?.aborted) return null;
    if (part.kind === 'head') [head, expected] = [part.head, part.expected];
    else {
      for (const line of part.lines) lines.push(line);
      read = part.read;
    }
    yield { kind: 'reading', read, expected };
  }
  // A stream that broke may look like one that has ended.
  return head && read >= expected ? { ...head, lines } : null;
}

async function* written(sheet: Sheet, { format, nowMs, signal }: ExportOptions): AsyncGenerator<FilePart> {
  yield { kind: 'writing' };
  // The same folder holds .ts as written and .js once packaged.
  const url = new URL(`./sheet.worker${extname(import.meta.url)}`, import.meta.url);
  const bytes = await runOnce(url, { sheet, format, nowMs }, signal);
  yield { kind: 'file', name: `${sheet.title}.${format}`, bytes: bytes.length };
  for (let at = 0; at < bytes.length; at += PIECE)
    yield { kind: 'piece', base64: Buffer.from(bytes.subarray(at, at + PIECE)).toString('base64') };
}
