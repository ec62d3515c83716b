import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type DeskFiles } from '../../db/desk/files.ts';
import { nextBatch } from '../../db/desk/outbox/commands.ts';
import { listDrafts } from '../../db/desk/outbox/drafts.ts';
import { storeFailure } from '../../db/desk/store-failure.ts';
import type { WritableDb } from '../../db/desk/sqlite.ts';
import { putReference } from '../../db/desk/replica/reference.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import { findOrder } from '../../db/desk/replica/orders.ts';
import { actor, forward, KEY, LAMPS, scratch } from '../testing/desk-for-tests.ts';
import { identityOf, refreshRules, type WriterContext } from './context.ts';
import { openDraft, saveDraft } from './drafts.ts';
import { enrolled } from './delivery.ts';
import { reconcile } from './feed.ts';
import { saveCity } from '../../db/desk/outbox/identity.ts';
import { submit, type Submission } from './submit.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const WRITER = actor('1001');
const LONG = '长'.repeat(4000);

let folder: { dir: string; remove(): void };
let files: DeskFiles;
let context: WriterContext;
let draft: Draft;

beforeEach(() => {
  folder = scratch();
  files = openDesk(folder.dir, KEY, NOW);
  context = {
    outbox: files.outbox,
    replica: files.replica,
    nowMs: () => NOW,
    changed: () => undefined,
    log: () => undefined,
    rules: null,
    retentionDays: null,
    behind: false,
  };
  saveCity(files.outbox, 'hebi');
  enrolled(context, { epoch: 1, code: '7K2M', token: 'secret' });
  putReference(files.replica, 'unit', { id: LAMPS.id, version: 1, data: LAMPS }, 1);
  refreshRules(context);
  draft = openDraft(context, WRITER.accountId, { call: null, phone: '13800138000' });
});

afterEach(() => {
  files.outbox.close();
  files.replica.close();
  folder.remove();
});

/** The file may not grow any more: SQLite then says what it says of a full disk. */
function fill(db: WritableDb): void {
  const pages = db.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  db.get(`PRAGMA max_page_count = ${pages}`);
}

function free(db: WritableDb): void {
  db.get('PRAGMA max_page_count = 1000000');
}

function codeOf(work: () => unknown): string | null {
  try {
    work();
  } catch (error) {
    return storeFailure(error)?.code ?? null;
  }
  return null;
}

function submission(): Submission {
  return { orderId: draft.orderId, draftId: draft.id, command: forward(draft, LONG), actor: WRITER };
}

describe('a full disk', () => {
  it('is reported with the save that did not fit, and what was saved before is still there', () => {
    const form = { ...draft.form, content: '写到一半' };
    saveDraft(context, WRITER.accountId, { id: draft.id, call: null, form });
    fill(files.outbox);
    const longer = { ...form, content: LONG + LONG, answerText: LONG + LONG };
    expect(codeOf(() => saveDraft(context, WRITER.accountId, { id: draft.id, call: null, form: longer }))).toBe(
      'STORE_FULL',
    );
    expect(listDrafts(files.outbox, WRITER.accountId)).toMatchObject([{ form: { content: '写到一半' } }]);
  });

  it('leaves a submitted order a draft, takes no place in the sequence, and the next try succeeds', () => {
    fill(files.outbox);
    expect(codeOf(() => submit(context, submission()))).toBe('STORE_FULL');
    expect(listDrafts(files.outbox, WRITER.accountId)).toHaveLength(1);
    expect(nextBatch(files.outbox, identityOf(context), 5)).toEqual([]);
    free(files.outbox);
    submit(context, submission());
    expect(listDrafts(files.outbox, WRITER.accountId)).toEqual([]);
    expect(nextBatch(files.outbox, identityOf(context), 5)).toMatchObject([{ envelope: { deskSeq: 1 } }]);
  });

  it('that only keeps an order out of the lists does not unsay it: it is shown once there is room', () => {
    fill(files.replica);
    submit(context, submission());
    expect(findOrder(files.replica, draft.orderId)).toBeNull();
    expect(context.behind).toBe(true);
    expect(nextBatch(files.outbox, identityOf(context), 5)).toHaveLength(1);
    free(files.replica);
    reconcile(context);
    expect(findOrder(files.replica, draft.orderId)).toMatchObject({ pending: true });
  });
});
