import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { drawingSchema } from '../../shared/forms/drawing.ts';
import { FONT, pdfOf } from './pdf.ts';

const { drawing, nowMs } = z.object({ drawing: drawingSchema, nowMs: z.number() }).parse(workerData);
const font = readFileSync(createRequire(import.meta.url).resolve(FONT));
parentPort?.postMessage(new Uint8Array(await pdfOf(drawing, { font, nowMs })));
