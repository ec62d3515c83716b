import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_ORDER } from '../shared/contract/desk.ts';
import { z } from 'zod';
import { makeReader } from './store/reader.ts';
import { makeWriter } from './store/writer.ts';
import { actor, KEY, scratch } from './testing/desk-for-tests.ts';

vi.setConfig({ testTimeout: 120_000 });

const WRITER = actor('1001');
const saidSchema = z.union([
  z.object({ command: z.string(), of: z.string() }),
  z.object({ draft: z.string(), content: z.string() }),
]);

let folder: { dir: string; remove(): void };

beforeEach(() => {
  folder = scratch();
});

afterEach(() => {
  folder.remove();
});

/** Lets a writer work until it has said so many things, kills it, and gives what it had said. */
async function killedAfter(lines: number): Promise<z.infer<typeof saidSchema>[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/writing-process.ts'), folder.dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    if (text.split('\n').length > lines) child.kill('SIGKILL');
  });
  await once(child, 'close');
  // What was cut off by the kill was not said.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => saidSchema.parse(JSON.parse(line)));
}

describe('what a desk was told is saved', () => {
  it('is there after kill -9, again and again, in one unbroken sequence', async () => {
    const drafts = new Map<string, string>();
    const commands = new Set<string>();
    for (const lines of [7, 40, 111]) {
      for (const said of await killedAfter(lines)) {
        if ('draft' in said) drafts.set(said.draft, said.content);
        else {
          commands.add(said.command);
          drafts.delete(said.of);
        }
      }
      const outlet = { nowMs: Date.now, changed: () => undefined, log: () => undefined };
      const writer = makeWriter({ dataDir: folder.dir, key: KEY }, outlet);
      const { places, findings } = writer.open();
      const reader = makeReader(places, outlet);
      expect(findings).toEqual([]);
      const sent = writer.batchToPush(null, 1000);
      const ids = new Set<string>(sent.map((envelope) => envelope.commandId));
      expect([...commands].filter((id) => !ids.has(id))).toEqual([]);
      expect(sent.map((envelope) => envelope.deskSeq)).toEqual(sent.map((_, index) => index + 1));
      const kept = new Map<string, string>(reader.drafts(WRITER.accountId).map(({ id, form }) => [id, form.content]));
      const gone = new Set<string>(sent.map((envelope) => envelope.aggregateId));
      expect(gone.size).toBe(sent.length);
      for (const [id, content] of drafts) expect(kept.get(id) ?? content).toBe(content);
      // Everything that waits is also in sight.
      expect(reader.orders({ filter: EVERY_ORDER, offset: 0, limit: 1 }, WRITER).total).toBe(sent.length);
      reader.release();
      writer.close();
    }
    expect(commands.size).toBeGreaterThan(10);
  });
});
