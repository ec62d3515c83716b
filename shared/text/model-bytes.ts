import { z } from 'zod';
import type { TextModel } from './text-model.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The form the numbers lie in; another one takes another number, and a desk that does not know it goes on without. */
const FORM = 1;

const headSchema = z.object({
  form: z.literal(FORM),
  labels: z.array(z.string()),
  terms: z.array(z.string()),
  sharpness: z.number().positive(),
  entries: z.int().nonnegative(),
});

const ALIGNMENT = 4;
const HEAD_LENGTH_BYTES = 4;

/** A model as bytes: the length of its head, the head as JSON in UTF-16, then the arrays, little endian. */
export function packModel(model: TextModel): Uint8Array {
  const { labels, vocabulary, sharpness, starts, columns, steps, scales, constants } = model;
  const head = JSON.stringify({ form: FORM, labels, terms: vocabulary.terms, sharpness, entries: columns.length });
  const text = Uint16Array.from({ length: head.length }, (_, at) => head.charCodeAt(at));
  const parts = [text, vocabulary.weights, scales, constants, starts, columns, steps];
  const whole = parts.reduce((sum, part) => sum + aligned(part.byteLength), HEAD_LENGTH_BYTES);
  const bytes = new Uint8Array(whole);
  new DataView(bytes.buffer).setUint32(0, text.byteLength, true);
  let place = HEAD_LENGTH_BYTES;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), place);
    place += aligned(part.byteLength);
  }
  return bytes;
}

/** @throws Error where the bytes are not a model of a known form */
export function unpackModel(packed: Uint8Array): TextModel {
  // A copy begins at 0, where the arrays' alignment counts from.
  const bytes = packed.slice();
  const length = new DataView(bytes.buffer).getUint32(0, true);
  if (length + HEAD_LENGTH_BYTES > bytes.byteLength) throw new Error('the model is cut short');
  const text = Array.from(new Uint16Array(bytes.buffer, HEAD_LENGTH_BYTES, length / 2), (code) =>
    String.fromCharCode(code),
  );
  const { labels, terms, sharpness, entries } = headSchema.parse(JSON.parse(text.join('')));
  let place = HEAD_LENGTH_BYTES + aligned(length);
  const next = (byteLength: number): number => {
    const from = place;
    place += aligned(byteLength);
    if (place > bytes.byteLength) throw new Error('the model is cut short');
    return from;
  };
  const floats = (count: number): Float32Array => new Float32Array(bytes.buffer, next(count * 4), count);
  const weights = floats(terms.length);
  return {
    labels,
    vocabulary: vocabularyOf(terms, weights),
    scales: floats(labels.length),
    constants: floats(labels.length),
    starts: new Uint32Array(bytes.buffer, next((terms.length + 1) * 4), terms.length + 1),
    columns: new Uint16Array(bytes.buffer, next(entries * 2), entries),
    steps: new Int8Array(bytes.buffer, next(entries), entries),
    sharpness,
  };
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
