import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { fileFormatSchema } from '../../shared/contract/exports.ts';
import { sheetSchema } from '../../shared/sheet/sheet.ts';
import { makeFile } from './make.ts';

const { sheet, format, nowMs } = z
  .object({ sheet: sheetSchema, format: fileFormatSchema, nowMs: z.number() })
  .parse(workerData);
parentPort?.postMessage(new Uint8Array(await makeFile(sheet, format, nowMs)));
