import { randomBytes } from 'node:crypto';
import { demoSubjects } from '../../server/demo/subjects.ts';
import { demoUnits } from '../../server/demo/units.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { demoPeople } from '../../server/demo/people.ts';
import { startOfBeijingDate, beijingDate } from '../../shared/instant.ts';
import type { Row } from '../../shared/sync/feed.ts';
import type { WriterApi, Opened } from '../../station/store/writer.ts';
import type { ReaderApi } from '../../station/store/reader.ts';
import { CENTRE_ROW } from '../../station/testing/centre-row.ts';
import { startThread, type Thread } from '../../station/threads/thread.ts';
import { scratchFolder } from '../../tests/support/folder.ts';

/** A desk's two encrypted files behind the threads the station itself runs, without the station's network side. */
export interface DeskStore {
  readonly writer: Thread<WriterApi>;
  readonly reader: Thread<ReaderApi>;
  readonly opened: Opened;
  readonly key: string;
  readonly folder: string;
  /** Fills the replica as a snapshot does. */
  readonly load: (rows: Iterable<Row>, onRows: (loaded: number) => void) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Rows in one call to the writer; the sync worker loads a snapshot page in pieces of about this size. */
const LOAD_BATCH = 250;

export async function openDeskStore(): Promise<DeskStore> {
  const folder = scratchFolder('bench-desk');
  const key = randomBytes(32).toString('hex');
  const common = { nowMs: Date.now, onChanged: () => {}, onLog: failOnLog, onRestart: () => {} };
  const writer = startThread<WriterApi>({ ...common, file: 'writer.worker', data: { dataDir: folder.path, key } });
  const opened = await writer.call('open');
  await writer.call('enrolled', { epoch: 1, code: 'B3NC', token: 'bench' });
  const reader = startThread<ReaderApi>({ ...common, file: 'reader.worker', data: opened.places });

  async function load(rows: Iterable<Row>, onRows: (loaded: number) => void): Promise<number> {
    const state = { entity: 'order', after: null, head: 0, epoch: 'bench', done: 0, total: 0 } as const;
    await writer.call('beginSnapshot', 'bench', state);
    let loaded = 0;
    let batch: Row[] = [];
    const flush = async (): Promise<void> => {
      await writer.call('loadRows', batch);
      loaded += batch.length;
      onRows(loaded);
      batch = [];
    };
    for (const row of rows) {
      batch.push(row);
      if (batch.length === LOAD_BATCH) await flush();
    }
    if (batch.length > 0) await flush();
    await writer.call('endSnapshot', state);
    await reader.call('changed', ['units', 'subjects', 'centre']);
    return loaded;
  }

  return {
    writer,
    reader,
    opened,
    key,
    folder: folder.path,
    load,
    stop: async () => {
      await reader.stop();
      await writer.stop();
      folder.remove();
    },
  };
}

/** A store that logs trouble measures trouble. */
function failOnLog(line: object): void {
  throw new Error(`the store logged: ${JSON.stringify(line)}`);
}

/** What a desk must hold besides orders before anybody can write on it. */
export function* referenceRows(): Generator<Row> {
  yield {
    entity: 'centre',
    id: 'centre',
    version: 1,
    data: CENTRE_ROW,
  };
  for (const unit of demoUnits()) yield { entity: 'unit', id: unit.id, version: unit.version, data: unit };
  for (const subject of demoSubjects()) {
    yield { entity: 'subject', id: subject.id, version: subject.version, data: subject };
  }
}

/** An operator of the demo city, who has taken a share of its past orders. */
export function benchActor(): Actor {
  const noon = startOfBeijingDate(beijingDate(Date.now())) + 12 * 3600_000;
  return demoPeople().operatorOnShift(noon, 1);
}
