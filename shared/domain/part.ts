import type { z } from 'zod';
import { requestSchema, type Request } from './order.ts';

/** What is said anew of a matter that is taken out of an order (拆单); everything else is the caller's, and stays. */
export const partSchema = requestSchema.pick({
  category: true,
  subjectId: true,
  content: true,
  wish: true,
  place: true,
  urgent: true,
});
export type Part = z.infer<typeof partSchema>;

/**
 * The request of a part. Who asks, by which channel and how they want to hear of it are the order's; so is whom it
 * complains of, because the caller of a part is the caller of the whole. J5. What was attached stays with the whole.
 */
export function requestOfPart(whole: Request, part: Part): Request {
  const { category, subjectId, content, wish, place, urgent } = part;
  return { ...whole, category, subjectId, content, wish, place, urgent, attachments: [] };
}
