import { extname } from 'node:path';
import type { Drawing } from '../../shared/forms/drawing.ts';
import { runOnce } from '../threads/once.ts';

/**
 * Makes the PDF in a thread of its own, which ends with it: reading 15 MB of letters takes half a second in which calls
 * and saving must not stand still, and is done seldom.
 * @param nowMs ms since 1970, for the date in the file
 * @throws whatever went wrong in the thread
 */
export function printPdf(drawing: Drawing, nowMs: number): Promise<Uint8Array> {
  // The same folder holds .ts as written and .js once packaged.
  const url = new URL(`./pdf.worker${extname(import.meta.url)}`, import.meta.url);
  return runOnce(url, { drawing, nowMs });
}
