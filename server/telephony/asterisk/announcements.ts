import type { CallId } from '../../../shared/domain/ids.ts';
import * as law from '../call-model.ts';
import type { Announcement, RefusalReason } from '../port.ts';
import type { Floor } from './floor.ts';
import { bridgeId } from './session.ts';

/** Places further back are said by one sentence. */
const PLACES_SAID = 9;

/** Files lie in the exchange's sounds folder under `hotline/`; docs/deploy-asterisk.md lists them. */
function fileOf(announcement: Announcement): string {
  if (announcement.kind !== 'position') return announcement.kind;
  return `position-${announcement.place <= PLACES_SAID ? announcement.place : 'many'}`;
}

/** Says it to whoever waits, in place of the music; to those who talk, over their talk. */
export async function announce(floor: Floor, callId: CallId, announcement: Announcement): Promise<void> {
  floor.requireUp();
  const session = floor.find(callId);
  await session.run(async () => {
    law.audible(session.call);
    const caller = law.liveLeg(session.call, 'caller');
    const channel = caller && session.channels.get(caller.legId);
    if (channel === undefined) return;
    const media = `media=sound:hotline/${fileOf(announcement)}`;
    const place = session.placed.get(channel);
    if (place?.hears !== 'music') {
      const bridge = bridgeId(callId, place?.bridge ?? 'main');
      return floor.quiet('POST', `bridges/${bridge}/play?${media}`);
    }
    await floor.quiet('DELETE', `channels/${channel}/moh`);
    // The music begins again when it has been said.
    await floor.quiet('POST', `channels/${channel}/play?${media}`);
  });
}

/** The call is over for us at once; the line closes when the caller has heard why. */
export async function refuse(floor: Floor, callId: CallId, reason: RefusalReason): Promise<void> {
  floor.requireUp();
  const session = floor.find(callId);
  await session.run(async () => {
    const next = law.refused(session.call, floor.now());
    const caller = law.liveLeg(session.call, 'caller');
    const channel = caller && session.channels.get(caller.legId);
    if (caller && channel !== undefined) {
      session.channels.delete(caller.legId);
      session.placed.delete(channel);
      floor.owners.delete(channel);
      floor.leaving.add(channel);
    }
    await floor.commit(session, next, 'ended', floor.now());
    if (channel === undefined) return;
    await floor.quiet('DELETE', `channels/${channel}/moh`);
    await floor.quiet('POST', `channels/${channel}/play?media=sound:hotline/${reason}`);
  });
}
