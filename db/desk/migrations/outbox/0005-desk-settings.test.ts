import { describe, expect, it } from 'vitest';
import { readDeskSetting, saveDeskSetting } from '../../outbox/settings.ts';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { deskSettings } from './0005-desk-settings.ts';

describe('an outbox from before the desk had settings of its own', () => {
  it('keeps people’s settings, and has none of the desk until they are saved', () => {
    const db = stepUp(OUTBOX_MIGRATIONS, deskSettings, (older) => {
      older.run(`INSERT INTO preferences VALUES ('a', '{}')`);
    });
    expect(db.all('SELECT account_id AS id FROM preferences')).toEqual([{ id: 'a' }]);
    expect(readDeskSetting(db, 'phone')).toBeNull();
    saveDeskSetting(db, 'phone', '{"a":1}');
    saveDeskSetting(db, 'phone', '{"a":2}');
    expect(readDeskSetting(db, 'phone')).toBe('{"a":2}');
  });
});
