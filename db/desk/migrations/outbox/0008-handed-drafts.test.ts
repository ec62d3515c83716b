import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyForm, type Draft } from '../../../../shared/domain/draft.ts';
import { accountIdSchema, draftIdSchema, orderIdSchema } from '../../../../shared/domain/ids.ts';
import { instant } from '../../../../shared/instant.ts';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { findDraft, insertDraft, listDrafts } from '../../outbox/drafts.ts';
import { draftsLeaving, hasDraftsOfOthers, letLeave, letStay } from '../../outbox/handed-drafts.ts';
import type { WritableDb } from '../../sqlite.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { handedDrafts } from './0008-handed-drafts.ts';

const ME = accountIdSchema.parse('00000000-0000-7000-8000-000000000001');
const OTHER = accountIdSchema.parse('00000000-0000-7000-8000-000000000002');
const AT = instant(Date.parse('2026-11-20T04:00:00.000Z'));
const HANDOVER = '00000000-0000-7000-8000-0000000000b1';
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
  const older = OUTBOX_MIGRATIONS.slice(0, OUTBOX_MIGRATIONS.indexOf(handedDrafts));
  db = openWritable(files.place('outbox.db'), { durability: 'full', migrations: older, check: true });
  db.run(
    `INSERT INTO drafts (id, account_id, order_id, provisional_number, opened_at, updated_at, form)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [DRAFT.id, ME, DRAFT.orderId, DRAFT.provisionalNumber, AT, AT, JSON.stringify(DRAFT.form)],
  );
  migrate(db, [...older, handedDrafts]);
});

afterEach(() => {
  db.close();
  files.remove();
});

describe('drafts that are handed on', () => {
  it('a draft of before is its author’s as it was', () => {
    expect(listDrafts(db, ME)).toEqual([DRAFT]);
    expect([hasDraftsOfOthers(db, ME), hasDraftsOfOthers(db, OTHER), hasDraftsOfOthers(db, '')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('one on its way is nobody’s, and its author’s again where it stays', () => {
    expect(letLeave(db, OTHER, DRAFT.id, HANDOVER)).toBe(false);
    expect(letLeave(db, ME, DRAFT.id, HANDOVER)).toBe(true);
    expect(letLeave(db, ME, DRAFT.id, HANDOVER)).toBe(false);
    expect([listDrafts(db, ME), findDraft(db, ME, DRAFT.id), hasDraftsOfOthers(db, '')]).toEqual([[], null, false]);
    expect(draftsLeaving(db)).toEqual([{ id: HANDOVER, draft: DRAFT }]);
    letStay(db, HANDOVER);
    expect(listDrafts(db, ME)).toEqual([DRAFT]);
  });

  it('one from elsewhere keeps whose it was', () => {
    const who = { accountId: ME, jobNumber: '1001', name: '王' };
    const handed: Draft = {
      ...DRAFT,
      id: draftIdSchema.parse('00000000-0000-7000-8000-0000000000d2'),
      handed: { from: who, by: who, at: AT },
    };
    insertDraft(db, OTHER, handed);
    expect(listDrafts(db, OTHER)).toEqual([handed]);
  });
});
