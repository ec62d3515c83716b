import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Drawing } from '../../shared/forms/drawing.ts';

/**
 * Makes the PDF in a thread of its own, which ends with it: reading 15 MB of letters takes half a second in which calls
 * and saving must not stand still, and is done seldom.
 * @param nowMs ms since 1970, for the date in the file
 * @throws whatever went wrong in the thread
 */
export async function printPdf(drawing: Drawing, nowMs: number): Promise<Uint8Array> {
  // The same folder holds .ts as written and .js once packaged.
  const url = new URL(`./pdf.worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(url, { workerData: { drawing, nowMs } });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', (bytes: unknown) => resolve(z.instanceof(Uint8Array).parse(bytes)));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the printing thread ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
