import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { CIPHERS } from '../../db/desk/cipher.ts';
import { makeReader } from '../store/reader.ts';
import { serve } from './serve.ts';

const placeSchema = z.object({ path: z.string(), key: z.string(), cipher: z.enum(CIPHERS) });
const placesSchema = z.object({ outbox: placeSchema, replica: placeSchema });

serve((outlet) => makeReader(placesSchema.parse(workerData), outlet));
