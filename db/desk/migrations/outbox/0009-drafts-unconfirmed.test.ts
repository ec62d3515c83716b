import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyForm, type Draft } from '../../../../shared/domain/draft.ts';
import { accountIdSchema, draftIdSchema, orderIdSchema } from '../../../../shared/domain/ids.ts';
import { instant } from '../../../../shared/instant.ts';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { forgetReceived, noteReceived, receivedDraft, unconfirmed } from '../../outbox/handed-drafts.ts';
import type { WritableDb } from '../../sqlite.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { draftsUnconfirmed } from './0009-drafts-unconfirmed.ts';

const ME = accountIdSchema.parse('00000000-0000-7000-8000-000000000001');
const OTHER = accountIdSchema.parse('00000000-0000-7000-8000-000000000002');
const AT = instant(Date.parse('2026-11-20T04:00:00.000Z'));
const [BEFORE, NOW] = ['00000000-0000-7000-8000-0000000000b0', '00000000-0000-7000-8000-0000000000b1'];
const DRAFT: Draft = {
  id: draftIdSchema.parse('00000000-0000-7000-8000-0000000000d1'),
  orderId: orderIdSchema.parse('00000000-0000-7000-8000-0000000000e1'),
  provisionalNumber: '待编-7K2M-0001',
  openedAt: AT,
  updatedAt: AT,
  call: null,
  form: emptyForm('13800138000'),
};

let files: Scratch;
let db: WritableDb;

beforeEach(() => {
  files = scratch();
  const older = OUTBOX_MIGRATIONS.slice(0, OUTBOX_MIGRATIONS.indexOf(draftsUnconfirmed));
  db = openWritable(files.place('outbox.db'), { durability: 'full', migrations: older, check: true });
  db.run(`INSERT INTO received_drafts (handover_id, received_at) VALUES (?, ?)`, [BEFORE, AT]);
  migrate(db, [...older, draftsUnconfirmed]);
});

afterEach(() => {
  db.close();
  files.remove();
});

describe('drafts that have come from elsewhere', () => {
  it('wait for whom they are for, each once, until the centre has said whose they are', () => {
    noteReceived(db, { id: NOW, to: ME, draft: DRAFT }, AT);
    noteReceived(db, { id: NOW, to: ME, draft: { ...DRAFT, provisionalNumber: '待编-7K2M-0009' } }, AT);
    expect([unconfirmed(db, ME), unconfirmed(db, OTHER)]).toEqual([[NOW], []]);
    expect([receivedDraft(db, NOW, ME), receivedDraft(db, NOW, OTHER)]).toEqual([DRAFT, null]);
    forgetReceived(db, NOW, OTHER);
    expect(unconfirmed(db, ME)).toEqual([NOW]);
    forgetReceived(db, NOW, ME);
    expect([unconfirmed(db, ME), receivedDraft(db, NOW, ME)]).toEqual([[], null]);
  });

  it('one of before stands among the drafts already: it is not taken a second time', () => {
    noteReceived(db, { id: BEFORE, to: ME, draft: DRAFT }, AT);
    expect(receivedDraft(db, BEFORE, ME)).toBeNull();
    forgetReceived(db, BEFORE, ME);
    expect(db.all('SELECT handover_id FROM received_drafts')).toEqual([]);
  });
});
