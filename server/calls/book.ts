import { keepCall, liveCalls, lockFinished } from '../../db/central/calls.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import type { CallId } from '../../shared/domain/ids.ts';
import { keepCallFigures } from '../figures/keep-call.ts';
import { now, type Service } from '../service.ts';
import type { CallBook } from '../telephony/hall-options.ts';
import { tellCalls } from './log.ts';
import { noteAttempt, noteCame, noteMissed } from './missed.ts';

/** Keeps the record of calls: from their first moment, so that one which nobody heard end is found again. */
interface KeptBook extends CallBook {
  /** What has been heard is kept. */
  settled(): Promise<void>;
}

/** @param callBackClosed whether callers who rang outside the hours are rung back too */
export function keepBook(service: Service, callBackClosed: () => boolean): KeptBook {
  const { log } = service;
  /** What stands of each living call. */
  const written = new Map<CallId, string>();
  // One after the other: a call's end must not overtake its answer.
  let chain: Promise<void> = Promise.resolve();
  let compared = false;

  function later(record: CallRecord, work: () => Promise<void>): void {
    chain = chain.then(async () => {
      try {
        await work();
      } catch (error) {
        log.error({ err: error, record }, 'call not kept');
      }
    });
  }

  async function keep(record: CallRecord, live: boolean): Promise<void> {
    const at = now(service);
    await service.db.transaction(async (tx) => {
      const before = live ? null : await lockFinished(tx, record.callId);
      if (!(await keepCall(tx, record, live))) return;
      if (!live) await keepCallFigures(tx, before, record);
      const noted = [
        !live && (await noteMissed(tx, record, service.nowMs(), callBackClosed())),
        await noteCame(tx, record, at),
        (!live || record.answeredAt !== null) && (await noteAttempt(tx, record, at)),
      ].includes(true);
      // Every end shows in the lists; of what happens before it only what changes them is told.
      if (noted || !live) await tellCalls(tx);
    });
  }

  /** After a restart of the service: what it knew of and the exchange knows no more has ended unheard. */
  async function compare(living: ReadonlySet<CallId>): Promise<void> {
    for (const record of await liveCalls(service.db)) {
      if (living.has(record.callId)) continue;
      const unknown: CallRecord['unknown'] =
        record.answeredAt === null ? ['endedAt', 'answeredAt', 'outcome'] : ['endedAt'];
      await keep({ ...record, unknown, legs: record.legs.map(endedUnheard) }, false);
    }
  }

  return {
    seen(record) {
      const stands = `${record.answeredAt} ${record.agents.join()}`;
      if (written.get(record.callId) === stands) return;
      written.set(record.callId, stands);
      later(record, () => keep(record, true));
    },
    ended(record) {
      written.delete(record.callId);
      later(record, () => keep(record, false));
    },
    rebuilt(living) {
      if (compared) return;
      compared = true;
      chain = chain
        .then(() => compare(living))
        .catch((error: unknown) => log.error({ err: error }, 'calls of before the start not looked through'));
    },
    settled: () => chain,
  };
}

function endedUnheard(leg: CallRecord['legs'][number]): CallRecord['legs'][number] {
  return leg.state === 'left' || leg.state === 'failed' ? leg : { ...leg, state: 'left', cause: 'linkLost' };
}
