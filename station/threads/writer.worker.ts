import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { makeWriter } from '../store/writer.ts';
import { serve } from './serve.ts';

const openingSchema = z.object({ dataDir: z.string(), key: z.string() });

serve((outlet) => makeWriter(openingSchema.parse(workerData), outlet));
