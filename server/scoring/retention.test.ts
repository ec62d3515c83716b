import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callSettingsRow } from '../../db/central/call-settings.ts';
import type { Database } from '../../db/central/database.ts';
import { findRecording, recordingKept, registerRecording } from '../../db/central/recordings.ts';
import { firstCallSettings } from '../../shared/domain/calls/settings.ts';
import { fullSheet, sheetWith } from '../../shared/domain/scoring/testing/sheets.ts';
import { instant } from '../../shared/instant.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { answeredCall, formInUse, signedIn } from '../../tests/support/scoring.ts';
import { deletePastRecordings } from '../recordings/retention.ts';
import { openVault } from '../recordings/vault.ts';
import { appealScoring, decideAppeal } from './appeal.ts';
import { scoringDetail } from './read.ts';
import { submitScoring, takeCall } from './score.ts';

const DAY_MS = 86_400_000;

let db: Database;
let folder = '';
beforeAll(async () => {
  db = await memoryDatabase();
  folder = mkdtempSync(join(tmpdir(), 'hotline-scored-'));
}, 60_000);
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

it('Z11: a recording is held while its score may be contested, and the score stays when it is deleted', async () => {
  const clock = testClock();
  const service = await testService(db, clock.nowMs);
  await callSettingsRow.insert(db, firstCallSettings(false));
  const vault = openVault(folder, [randomBytes(32)]);
  const wang = await signedIn(service, 'operator');
  const inspector = await signedIn(service, 'qualityInspector');
  const { formId } = await formInUse(service, inspector);
  const callId = await answeredCall(service, wang, clock.nowMs());
  const at = instant(clock.nowMs());
  await registerRecording(db, { id: 'sound', callId, startedAt: at, endedAt: at });
  await recordingKept(db, 'sound', await vault.keep('sound', at, randomBytes(100)));

  const { id } = await takeCall(service, inspector, { callId, formId });
  await submitScoring(service, inspector, { id, revision: 1, sheet: sheetWith({ tone: 10 }) });
  await appealScoring(service, wang, { id, revision: 2, reasons: '语气正常', about: ['tone'] });
  clock.advance(181 * DAY_MS);
  expect(await deletePastRecordings(service, vault)).toBeNull();
  expect((await findRecording(db, 'sound'))?.state).toBe('kept');
  const leader = await signedIn(service, 'shiftSupervisor');
  await decideAppeal(service, leader, { id, revision: 3, reasons: '录音中语气正常', sheet: fullSheet() });
  expect(await deletePastRecordings(service, vault)).toMatchObject({ deleted: 1, held: 0 });

  const { scoring, recordings } = await scoringDetail(service, wang, id);
  expect(recordings).toMatchObject([{ id: 'sound', state: 'deleted' }]);
  expect(scoring).toMatchObject({ state: 'corrected', result: { total: 100 } });
});
