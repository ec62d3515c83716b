import { z } from 'zod';
import type { CallId } from '../../../shared/domain/ids.ts';
import * as law from '../call-model.ts';
import type { Announcement, RefusalReason } from '../port.ts';
import type { Floor } from './floor.ts';
import { bridgeId } from './session.ts';

/** Places further back are said by one sentence. */
const PLACES_SAID = 9;

/** Files lie here in the exchange's sounds folder; docs/deploy-asterisk.md lists them. */
const FOLDER = 'hotline';

function fileOf(announcement: Announcement): string {
  if (announcement.kind !== 'position') return announcement.kind;
  return `position-${announcement.place <= PLACES_SAID ? announcement.place : 'many'}`;
}

const soundsSchema = z.array(z.object({ id: z.string() }));

/** The names whose files the exchange does not have. It looks into its folder when it starts, or is told to. */
export async function missingFrom(floor: Floor, names: readonly string[]): Promise<string[]> {
  floor.requireUp();
  const sounds = new Set(soundsSchema.parse(await floor.link.request('GET', 'sounds')).map(({ id }) => id));
  return names.filter((name) => !sounds.has(`${FOLDER}/${name}`));
}

let sayings = 0;

/** Says it to whoever waits, in place of the music; to those who talk, over their talk. */
export async function announce(floor: Floor, callId: CallId, announcement: Announcement): Promise<void> {
  floor.requireUp();
  const session = floor.find(callId);
  await session.run(async () => {
    law.audible(session.call);
    const caller = law.liveLeg(session.call, 'caller');
    const channel = caller && session.channels.get(caller.legId);
    if (channel === undefined) return;
    const media = `media=sound:${FOLDER}/${fileOf(announcement)}`;
    const place = session.placed.get(channel);
    if (place?.hears !== 'music') {
      const bridge = bridgeId(callId, place?.bridge ?? 'main');
      return floor.quiet('POST', `bridges/${bridge}/play?${media}`);
    }
    await floor.quiet('DELETE', `channels/${channel}/moh`);
    sayings += 1;
    const playbackId = `${callId}-say${sayings}`;
    session.saying = { playbackId, media, owed: announcement.kind === 'recordingNotice' };
    // The music begins again when it has been said.
    await floor.quiet('POST', `channels/${channel}/play/${playbackId}?${media}`);
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
    await floor.quiet('POST', `channels/${channel}/play?media=sound:${FOLDER}/${reason}`);
  });
}
