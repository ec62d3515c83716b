import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { CIPHERS } from '../../db/desk/cipher.ts';
import { makeSearcher } from '../store/searcher.ts';
import { serve } from './serve.ts';

const placeSchema = z.object({ path: z.string(), key: z.string(), cipher: z.enum(CIPHERS) });
const placesSchema = z.object({ replica: placeSchema });

serve((outlet) => makeSearcher(placesSchema.parse(workerData).replica, outlet));
