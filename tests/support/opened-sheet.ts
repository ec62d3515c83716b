import readXlsx from 'read-excel-file/node';
import type { SheetPart } from '../../shared/contract/exports.ts';
import { sheetSchema, type Lines, type Sheet } from '../../shared/sheet/sheet.ts';
import { makeFile } from '../../station/sheets/make.ts';
import { readCsv } from './read-csv.ts';
import { readPdf } from './read-pdf.ts';

/** An export as other programs than the one that wrote it read its files. */
export interface Opened {
  readonly sheet: Sheet;
  /** Every cell of the first page, its names and who took it included. */
  readonly xlsx: readonly (readonly unknown[])[];
  readonly csv: readonly (readonly string[])[];
  /** Without white space. */
  readonly pdf: string;
}

/** Takes what the centre sends as the desk does, as each kind of file, and opens them. */
export async function openedSheet(parts: AsyncIterable<SheetPart>): Promise<Opened> {
  let head: Omit<Sheet, 'lines'> | null = null;
  const lines: Lines = [];
  for await (const part of parts) {
    if (part.kind === 'head') head = part.head;
    else lines.push(...part.lines);
  }
  const sheet = sheetSchema.parse({ ...head, lines });
  const [page] = await readXlsx(Buffer.from(await makeFile(sheet, 'xlsx', 0)));
  return {
    sheet,
    xlsx: page?.data ?? [],
    csv: readCsv(new TextDecoder().decode(await makeFile(sheet, 'csv', 0))),
    pdf: (await readPdf(await makeFile(sheet, 'pdf', 0))).text,
  };
}
