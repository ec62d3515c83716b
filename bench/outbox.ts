// How long an operator's save takes until it is on the disk.
//
// Method: a whole station, signed in and synced once, then cut off from its centre, takes orders through its router:
// schema check, session, writer thread, `transition`, one FULL commit in the encrypted outbox, overlay in the replica,
// and the masked order read back by the reader thread. Beside it, by itself: the writer thread's `submit` alone, a draft
// saved, and what a save cannot be without: one row of the same bytes inserted with the same cipher and durability on
// this thread, 4 KB with fdatasync, and a message to a thread and back. All are taken in turn, one after another, so
// that a slow moment of the disk falls on all.
//
// Options: --saves (default 1000)
import { randomUUID } from 'node:crypto';
import { draftIdSchema, orderIdSchema } from '../shared/domain/ids.ts';
import { emptyForm } from '../shared/domain/draft.ts';
import { benchActor, openDeskStore, referenceRows } from './support/desk-store.ts';
import { bytesOf, takeCommands } from './support/commands.ts';
import { openRawDisk } from './support/raw-disk.ts';
import { wholeNumber, type BenchInput, type Report } from './support/report.ts';
import { percentiles, thousandth, timed } from './support/samples.ts';
import { startCutOffStation } from './support/station.ts';

const SEED = 7;
/** Statements are prepared and pages are warm after this many. */
const WARM_UP = 50;
const TARGET_P99_MS = 2;
const TARGET_RATIO = 1.2;

export async function run(input: BenchInput): Promise<Report> {
  const saves = wholeNumber(input, 'saves', 1000, 100);
  const station = await startCutOffStation(input.tell);
  const store = await openDeskStore();
  await store.load(referenceRows(), () => {});
  const raw = openRawDisk(store.folder, store.key, store.opened.places.outbox.cipher);
  try {
    const actor = benchActor();
    const draft = await station.desk.drafts.open({ call: null, phone: '13800000000' });
    const samples = {
      station: new Array<number>(),
      writer: new Array<number>(),
      draft: new Array<number>(),
      insert: new Array<number>(),
      sync: new Array<number>(),
      ping: new Array<number>(),
    };
    let bytes = 0;
    let at = -WARM_UP;
    for (const command of takeCommands(SEED, saves + WARM_UP)) {
      const body = JSON.stringify(command);
      const form = { ...emptyForm('13800000000'), content: body.slice(0, 600) };
      const took = {
        station: await timed(() =>
          station.desk.commands.submit({ orderId: orderIdSchema.parse(randomUUID()), draftId: null, command }),
        ),
        writer: await timed(() =>
          store.writer.call('submit', {
            orderId: orderIdSchema.parse(randomUUID()),
            draftId: null,
            command,
            actor,
          }),
        ),
        draft: await timed(() => station.desk.drafts.save({ id: draftIdSchema.parse(draft.id), form, call: null })),
        insert: await timed(() => raw.insert(randomUUID(), body)),
        sync: await timed(() => raw.sync()),
        ping: await timed(() => raw.ping()),
      };
      at += 1;
      if (at <= 0) continue;
      bytes += bytesOf(command);
      for (const name of Object.keys(samples) as (keyof typeof samples)[]) samples[name].push(took[name]);
      if (at % 250 === 0) input.tell(`${at} saves`);
    }
    const found = {
      station: percentiles(samples.station),
      writer: percentiles(samples.writer),
      draft: percentiles(samples.draft),
      insert: percentiles(samples.insert),
      sync: percentiles(samples.sync),
      ping: percentiles(samples.ping),
    };
    const floor = found.sync.p50 * TARGET_RATIO + found.ping.p50;
    return {
      bench: 'outbox',
      what: 'Time until an order written by an operator is on the disk, ms.',
      parameters: { saves, meanBytes: Math.round(bytes / saves), cipher: store.opened.places.outbox.cipher },
      figures: [
        { name: 'order saved, whole station', values: found.station },
        { name: 'order saved, writer thread alone', values: found.writer },
        { name: 'draft saved, whole station', values: found.draft },
        { name: 'bare insert of the same bytes, same cipher, FULL', values: found.insert },
        { name: '4 KB and fdatasync', values: found.sync },
        { name: 'message to a thread and back', values: found.ping },
        {
          name: 'writer thread over bare insert and ping, ratio of p50',
          values: { p50: thousandth(found.writer.p50 / (found.insert.p50 + found.ping.p50)) },
        },
      ],
      checks: [
        {
          name: `writer thread p50 at most ${TARGET_RATIO} x fdatasync + one ping (${thousandth(floor)} ms)`,
          ok: found.writer.p50 <= floor,
          found: `${found.writer.p50} ms`,
        },
        {
          name: `writer thread p99 at most ${TARGET_P99_MS} ms`,
          ok: found.writer.p99 <= TARGET_P99_MS,
          found: `${found.writer.p99} ms`,
        },
      ],
    };
  } finally {
    await raw.close();
    await store.stop();
    await station.stop();
  }
}
