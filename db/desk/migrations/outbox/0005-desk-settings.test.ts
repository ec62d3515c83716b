import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { readDeskSetting, saveDeskSetting } from '../../outbox/settings.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { deskSettings } from './0005-desk-settings.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('an outbox from before the desk had settings of its own', () => {
  it('keeps people’s settings, and has none of the desk until they are saved', () => {
    const older = OUTBOX_MIGRATIONS.slice(0, OUTBOX_MIGRATIONS.indexOf(deskSettings));
    const db = openWritable(files.place('outbox.db'), { durability: 'full', migrations: older, check: true });
    db.run(`INSERT INTO preferences VALUES ('a', '{}')`);
    migrate(db, [...older, deskSettings]);
    expect(db.all('SELECT account_id AS id FROM preferences')).toEqual([{ id: 'a' }]);
    expect(readDeskSetting(db, 'phone')).toBeNull();
    saveDeskSetting(db, 'phone', '{"a":1}');
    saveDeskSetting(db, 'phone', '{"a":2}');
    expect(readDeskSetting(db, 'phone')).toBe('{"a":2}');
    db.close();
  });
});
