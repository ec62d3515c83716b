import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/**
 * Has a thread of its own make some bytes; it ends with them, or when they are given up.
 * @throws whatever went wrong in the thread, or that it was given up
 */
export async function runOnce(url: URL, workerData: unknown, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const worker = new Worker(url, { workerData });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', (bytes: unknown) => resolve(z.instanceof(Uint8Array).parse(bytes)));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
      signal?.addEventListener('abort', () => reject(new Error('given up')), { once: true });
    });
  } finally {
    await worker.terminate();
  }
}
