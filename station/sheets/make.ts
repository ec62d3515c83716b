import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { csvOfSheet } from '../../shared/sheet/csv.ts';
import { laySheet } from '../../shared/sheet/lay.ts';
import { PAPER } from '../../shared/sheet/paper.ts';
import type { Sheet } from '../../shared/sheet/sheet.ts';
import type { FileFormat } from '../../shared/contract/exports.ts';
import { FONT, pdfOf } from '../printing/pdf.ts';
import { xlsxOf } from './xlsx.ts';

/** A table as a file of this format. @param nowMs ms since 1970, for the date in a PDF */
export async function makeFile(sheet: Sheet, format: FileFormat, nowMs: number): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return Buffer.from(csvOfSheet(sheet));
    case 'xlsx':
      return xlsxOf(sheet);
    case 'pdf': {
      const font = readFileSync(createRequire(import.meta.url).resolve(FONT));
      return pdfOf(laySheet(sheet), { font, nowMs, paper: PAPER });
    }
  }
}
