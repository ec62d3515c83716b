import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyForm } from '../../shared/domain/draft.ts';
import { commandIdSchema, deskIdSchema, draftIdSchema } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';
import { codeOf, OPERATOR, orderNumber, scratch, type Scratch } from './desk-for-tests.ts';
import { moveAside } from './open.ts';
import { insertCommand, nextBatch } from './outbox/commands.ts';
import { insertDraft, listDrafts } from './outbox/drafts.ts';
import { nameDesk, readIdentity, saveEnrolment, takeSequence, type Identity } from './outbox/identity.ts';
import { putReference } from './replica/reference.ts';
import { salvageOutbox, salvageReference } from './salvage.ts';
import type { WritableDb } from './sqlite.ts';

const AT = instant(Date.parse('2026-11-20T04:00:00.000Z'));
const COMMANDS = 200;

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

function identityOf(db: WritableDb): Identity {
  const identity = readIdentity(db);
  if (!identity) throw new Error('no identity');
  return identity;
}

/** An outbox with a draft and many commands, each about a page long. */
function fill(): void {
  const db = files.outbox();
  nameDesk(db, deskIdSchema.parse('00000000-0000-7000-8000-0000000000dd'));
  saveEnrolment(db, { epoch: 3, code: '7K2M', token: 'secret' });
  insertDraft(db, OPERATOR.accountId, {
    id: draftIdSchema.parse('00000000-0000-7000-8000-0000000000aa'),
    orderId: orderNumber(9).id,
    provisionalNumber: '待编-7K2M-0009',
    openedAt: AT,
    updatedAt: AT,
    call: null,
    form: { ...emptyForm('13800138000'), content: '写到一半' },
  });
  for (let n = 1; n <= COMMANDS; n += 1) {
    insertCommand(db, {
      envelope: {
        commandId: commandIdSchema.parse(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`),
        deskId: identityOf(db).deskId,
        deskEpoch: 3,
        deskSeq: takeSequence(db),
        aggregateId: orderNumber(n).id,
        baseVersion: 0,
        type: 'order.supplement',
        typeVersion: 1,
        payload: { text: '补'.repeat(900), call: null },
        actor: OPERATOR.accountId,
        recordedAt: AT,
        clockOffset: null,
      },
      actor: OPERATOR,
      provisionalNumber: null,
      summary: '补充',
    });
  }
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

function salvageInto(fresh: WritableDb, aside: string): ReturnType<typeof salvageOutbox> {
  return salvageOutbox({ ...files.place('outbox.db'), path: aside }, fresh);
}

describe('an outbox with a damaged page', () => {
  it('gives up that page and keeps everything before and after it, to be sent in a new epoch', () => {
    fill();
    const { path } = files.place('outbox.db');
    const bytes = readFileSync(path);
    // Somewhere amid the commands, each of which takes most of a page.
    const middle = Math.floor(bytes.length / 4096 / 2) * 4096;
    bytes.fill(7, middle, middle + 4096);
    writeFileSync(path, bytes);
    expect(codeOf(() => files.outbox())).toBe('STORE_CORRUPT');

    const aside = moveAside(path, Date.parse(AT));
    const fresh = files.outbox();
    const saved = salvageInto(fresh, aside);
    expect(saved.drafts).toBe(1);
    expect(saved.commands).toBeGreaterThan(COMMANDS - 20);
    expect(saved.commands).toBeLessThanOrEqual(COMMANDS);
    expect(listDrafts(fresh, OPERATOR.accountId)).toMatchObject([{ form: { content: '写到一半' } }]);
    expect(readIdentity(fresh)).toMatchObject({ epoch: 3, code: '7K2M', token: null });
    expect(nextBatch(fresh, identityOf(fresh), 500)).toHaveLength(saved.commands);
    fresh.close();
    expect(readFileSync(aside).equals(bytes)).toBe(true);
  });
});

describe('a replica with damaged pages', () => {
  it('hands on the units that still read, so that a desk without its centre can go on deciding', () => {
    const db = files.replica();
    for (let n = 0; n < 300; n += 1) {
      const id = `u-${String(n).padStart(3, '0')}`;
      putReference(db, 'unit', { id, version: 1, data: { id, duties: '职责'.repeat(100) } }, 1);
    }
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    const { path } = files.place('replica.db');
    const bytes = readFileSync(path);
    const middle = Math.floor((bytes.length / 4096) * 0.7) * 4096;
    bytes.fill(7, middle, middle + 4096);
    writeFileSync(path, bytes);
    const aside = moveAside(path, Date.parse(AT));
    const fresh = files.replica();
    salvageReference({ ...files.place('replica.db'), path: aside }, fresh);
    const { units } = fresh.get<{ units: number }>('SELECT count(*) AS units FROM reference') ?? { units: 0 };
    expect(units).toBeGreaterThan(250);
    expect(units).toBeLessThan(300);
    fresh.close();
  });
});
