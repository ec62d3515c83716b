import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deskIdSchema, type DeskId } from '../../shared/domain/ids.ts';
import { createCoalescer } from './coalesce.ts';
import type { Answer } from './deliver.ts';
import type { Delivery } from './sort-out.ts';

const newDesk = (): DeskId => deskIdSchema.parse(randomUUID());

function push(deskId: DeskId, deskEpoch = 1): Delivery {
  return { credential: { deskId, token: '' }, deskId, deskEpoch, commands: [] };
}

/** A deliverer whose batches are let through by hand. */
function heldDeliverer() {
  const batches: { readonly deliveries: readonly Delivery[]; readonly finish: (error?: Error) => void }[] = [];
  const deliver = (deliveries: readonly Delivery[]): Promise<Answer[]> =>
    new Promise((resolve, reject) => {
      const answers = deliveries.map((): Answer => ({ receipts: [], expected: null }));
      batches.push({ deliveries, finish: (error) => (error ? reject(error) : resolve(answers)) });
    });
  return { batches, deliver };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('gathering pushes', () => {
  it('puts what arrives together into one batch', async () => {
    const { batches, deliver } = heldDeliverer();
    const coalescer = createCoalescer(deliver);
    const answers = Promise.all([1, 2, 3].map(() => coalescer.push(push(newDesk()))));
    await turn();
    expect(batches.map(({ deliveries }) => deliveries.length)).toEqual([3]);
    batches[0]?.finish();
    expect(await answers).toHaveLength(3);
  });

  it('has two batches under way at most, and gathers meanwhile', async () => {
    const { batches, deliver } = heldDeliverer();
    const coalescer = createCoalescer(deliver);
    for (let n = 0; n < 5; n += 1) {
      void coalescer.push(push(newDesk()));
      await turn();
    }
    expect(batches.map(({ deliveries }) => deliveries.length)).toEqual([1, 1]);
    batches[0]?.finish();
    await turn();
    expect(batches.map(({ deliveries }) => deliveries.length)).toEqual([1, 1, 3]);
  });

  it('keeps a desk’s pushes in order: the next waits until the one before is answered', async () => {
    const { batches, deliver } = heldDeliverer();
    const coalescer = createCoalescer(deliver);
    const desk = newDesk();
    void coalescer.push(push(desk, 1));
    await turn();
    void coalescer.push(push(desk, 2));
    void coalescer.push(push(newDesk(), 3));
    await turn();
    expect(batches.map(({ deliveries }) => deliveries.map(({ deskEpoch }) => deskEpoch))).toEqual([[1], [3]]);
    batches[0]?.finish();
    await turn();
    expect(batches.at(-1)?.deliveries.map(({ deskEpoch }) => deskEpoch)).toEqual([2]);
  });

  it('fails a failed batch’s pushes and no others', async () => {
    const { batches, deliver } = heldDeliverer();
    const coalescer = createCoalescer(deliver);
    const failed = coalescer.push(push(newDesk()));
    await turn();
    const fine = coalescer.push(push(newDesk()));
    await turn();
    batches[0]?.finish(new Error('connection lost'));
    batches[1]?.finish();
    await expect(failed).rejects.toThrow('connection lost');
    expect(await fine).toEqual({ receipts: [], expected: null });
  });

  it('drains: answers what it has taken, and turns away what comes later', async () => {
    const { batches, deliver } = heldDeliverer();
    const coalescer = createCoalescer(deliver);
    const taken = coalescer.push(push(newDesk()));
    await turn();
    const drained = coalescer.drain();
    expect(await coalescer.push(push(newDesk()))).toMatchObject({ failure: { code: 'OVERLOADED' } });
    batches[0]?.finish();
    await drained;
    expect(await taken).toEqual({ receipts: [], expected: null });
  });
});
