import { z } from 'zod';
import type { Postings } from '../../shared/search/index/postings.ts';
import type { Card, Volume } from '../../shared/search/index/volume.ts';

/** A change of the arrays' meaning, of how text becomes terms, or of the card takes another number: older files are then made anew. */
export const FORMAT = 3;

const sectionSchema = z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()]);
const headerSchema = z.object({ format: z.literal(FORMAT), sections: z.array(sectionSchema) });

const ALIGNED = 8;
/** Parts the entries of a column: no title has one. */
const LINE = '\n';
const COLUMNS = [
  'id',
  'mark',
  'title',
  'kind',
  'unitId',
  'checkedOn',
  'validUntil',
  'areas',
  'uses',
  'listed',
] as const;

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
    ...COLUMNS.map((column): [string, Buffer] => [
      `card.${column}`,
      Buffer.from(volume.cards.map((card) => cell(card[column])).join(LINE)),
    ]),
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
    cards: cardsOf(alive.length, (name) => column(`card.${name}`)),
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

function cardsOf(size: number, column: (name: (typeof COLUMNS)[number]) => string[]): Card[] {
  if (size === 0) return [];
  const [id, mark, title, checkedOn] = [column('id'), column('mark'), column('title'), column('checkedOn')];
  const [kind, unitId, validUntil] = [column('kind'), column('unitId'), column('validUntil')];
  const [areas, uses, listed] = [column('areas'), column('uses'), column('listed')];
  // The same few words again and again: one string for each.
  const known = new Map<string, string>();
  const once = (text: string | undefined): string => {
    const found = known.get(text ?? '');
    if (found !== undefined) return found;
    known.set(text ?? '', text ?? '');
    return text ?? '';
  };
  return Array.from({ length: size }, (_, at) => ({
    id: id[at] ?? '',
    mark: mark[at] ?? '',
    title: title[at] ?? '',
    kind: once(kind[at]),
    unitId: once(unitId[at]) || null,
    checkedOn: once(checkedOn[at]),
    validUntil: once(validUntil[at]) || null,
    areas: once(areas[at]),
    uses: Number(uses[at]),
    listed: listed[at] === 'true',
  }));
}

function cell(value: string | number | boolean | null): string {
  return value === null ? '' : String(value).replaceAll(LINE, ' ');
}

function bytesOf(array: Uint8Array | Uint16Array | Uint32Array | Float64Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNED) * ALIGNED;
}
