import type { FileFormat, SheetPart } from '../../shared/contract/exports.ts';
import { fail } from '../../shared/failure.ts';
import type { Lines, SheetHead } from '../../shared/sheet/sheet.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { markExport, type Leaving } from './mark.ts';
import { EXPORT } from './text.ts';

/** Lines of a file: nobody reads more on paper, or in a spreadsheet. */
const MOST: Readonly<Record<FileFormat, number>> = { pdf: 5000, xlsx: 100_000, csv: 100_000 };

/** A table that is on its way into a file. */
export interface Source {
  readonly head: Pick<SheetHead, 'columns'>;
  /** Lines to be read, also such as are not for whoever asks. */
  readonly expected: number;
  readonly parts: () => AsyncIterable<{ readonly lines: Lines; readonly read: number }>;
}

/** A table that is there as a whole. */
export function atOnce(columns: SheetHead['columns'], lines: Lines): Source {
  return {
    head: { columns },
    expected: lines.length,
    async *parts() {
      yield { lines, read: lines.length };
    },
  };
}

/**
 * A table for a file. That it was taken is written down before its first line goes, under the reference that the file
 * bears. T2, H19, J5.
 * @param title also the file's name
 * @throws EXPORT_TOO_LARGE
 */
export async function sendSheet(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  { head, expected, parts }: Source,
  { title, ...leaving }: Omit<Leaving, 'rows' | 'format'> & { readonly title: string; readonly format: FileFormat },
  signal?: AbortSignal,
): Promise<AsyncGenerator<SheetPart>> {
  const most = MOST[leaving.format];
  if (expected > most) fail('EXPORT_TOO_LARGE', { detail: EXPORT.most(expected, most) });
  const mark = await markExport(service, session, { ...leaving, rows: expected });

  return (async function* (): AsyncGenerator<SheetPart> {
    yield { kind: 'head', head: { ...head, title, mark }, expected };
    for await (const part of parts()) {
      if (signal?.aborted) return;
      yield { kind: 'lines', ...part };
    }
  })();
}
