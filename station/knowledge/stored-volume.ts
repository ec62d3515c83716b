import { z } from 'zod';
import type { Postings } from '../../shared/search/index/postings.ts';
import type { Volume } from '../../shared/search/index/volume.ts';
import { cardParts, cardsFrom } from './stored-cards.ts';

/** A change of the arrays' meaning, of how text becomes terms, or of the card takes another number: older files are then made anew. */
export const FORMAT = 4;

const sectionSchema = z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()]);
const headerSchema = z.object({ format: z.literal(FORMAT), sections: z.array(sectionSchema) });

const ALIGNED = 8;
/** Parts the words of a list: none has one. */
const LINE = '\n';

/** A volume as bytes, its arrays as they lie in memory (little endian, as on every machine this runs on). */
export function volumeBytes(volume: Volume): Buffer {
  const parts: [string, Buffer][] = [
    ['alive', bytesOf(volume.alive)],
    ['owners', bytesOf(volume.owners)],
    ['latin', Buffer.from(volume.latin.join(LINE))],
    ['sounds.titles', Buffer.from(volume.sounds.titles)],
    ['sounds.initials', Buffer.from(volume.sounds.initials)],
    ['sounds.codes', bytesOf(volume.sounds.codes)],
    ['sounds.names', Buffer.from(volume.sounds.names.join(LINE))],
    ...postingsParts('text', volume.text),
    ...postingsParts('asked', volume.asked),
    ...cardParts(volume.cards),
  ];
  let end = 0;
  const sections = parts.map(([name, bytes]): [string, number, number] => {
    const start = end;
    end = aligned(start + bytes.length);
    return [name, start, bytes.length];
  });
  const header = Buffer.from(JSON.stringify({ format: FORMAT, sections }));
  const body = aligned(4 + header.length);
  const whole = Buffer.alloc(body + end);
  whole.writeUInt32LE(header.length, 0);
  header.copy(whole, 4);
  for (const [at, [, bytes]] of parts.entries()) bytes.copy(whole, body + (sections[at]?.[1] ?? 0));
  return whole;
}

/**
 * Takes a volume out of its bytes; the arrays go on using them.
 * @param whole starts at a place that eight divides, as every buffer of its own does
 * @throws where it is not a volume of this format
 */
export function volumeOf(whole: Buffer): Volume {
  const length = whole.readUInt32LE(0);
  const { sections } = headerSchema.parse(JSON.parse(whole.toString('utf8', 4, 4 + length)));
  const body = aligned(4 + length);
  const places = new Map(sections.map(([name, start, size]) => [name, { start: body + start, size }]));
  const section = (name: string): Buffer => {
    const place = places.get(name);
    if (!place || place.start + place.size > whole.length) throw new RangeError(`no section ${name}`);
    return whole.subarray(place.start, place.start + place.size);
  };
  const column = (name: string): string[] => section(name).toString('utf8').split(LINE);
  const words = (name: string): string[] => (section(name).length === 0 ? [] : column(name));
  const alive = new Uint8Array(section('alive'));
  return {
    alive,
    owners: uint16(section('owners')),
    latin: words('latin'),
    sounds: {
      titles: section('sounds.titles').toString('utf8'),
      initials: section('sounds.initials').toString('latin1'),
      codes: uint16(section('sounds.codes')),
      names: words('sounds.names'),
    },
    text: postingsOf(section, 'text'),
    asked: postingsOf(section, 'asked'),
    cards: cardsFrom(section),
  };
}

function postingsParts(name: string, { lengths, keys, starts, docs, impacts, peaks }: Postings): [string, Buffer][] {
  return Object.entries({ lengths, keys, starts, docs, impacts, peaks }).map(([part, array]) => [
    `${name}.${part}`,
    bytesOf(array),
  ]);
}

function postingsOf(section: (name: string) => Buffer, name: string): Postings {
  const lengths = uint16(section(`${name}.lengths`));
  const keys = section(`${name}.keys`);
  const starts = section(`${name}.starts`);
  return {
    size: lengths.length,
    lengths,
    keys: new Float64Array(keys.buffer, keys.byteOffset, keys.length / Float64Array.BYTES_PER_ELEMENT),
    starts: new Uint32Array(starts.buffer, starts.byteOffset, starts.length / Uint32Array.BYTES_PER_ELEMENT),
    docs: uint16(section(`${name}.docs`)),
    impacts: section(`${name}.impacts`),
    peaks: section(`${name}.peaks`),
  };
}

function uint16(bytes: Buffer): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / Uint16Array.BYTES_PER_ELEMENT);
}

function bytesOf(array: Uint8Array | Uint16Array | Uint32Array | Float64Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNED) * ALIGNED;
}
