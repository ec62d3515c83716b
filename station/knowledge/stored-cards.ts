import type { Card } from '../../shared/search/index/volume.ts';

const TEXTS = ['id', 'mark', 'title', 'kind', 'unitId', 'checkedOn', 'validUntil', 'areas'] as const;
type Text = (typeof TEXTS)[number];

/** Texts one behind the other, and where each ends. */
interface Column {
  readonly bytes: Buffer;
  readonly ends: Uint32Array;
}

type Columns = Readonly<Record<Text, Column>> & { readonly uses: Uint32Array; readonly listed: Uint8Array };

/** Cards as the named parts of a file. */
export function cardParts(cards: readonly Card[]): [name: string, bytes: Buffer][] {
  const texts = TEXTS.flatMap((name): [string, Buffer][] => {
    const cells = cards.map((card) => Buffer.from(card[name] ?? ''));
    let end = 0;
    const ends = Uint32Array.from(cells, ({ length }) => (end += length));
    return [
      [`card.${name}`, Buffer.concat(cells)],
      [`card.${name}.ends`, bytesOf(ends)],
    ];
  });
  const uses = Uint32Array.from(cards, (card) => card.uses);
  const listed = Uint8Array.from(cards, (card) => Number(card.listed));
  return [...texts, ['card.uses', bytesOf(uses)], ['card.listed', bytesOf(listed)]];
}

/**
 * Cards that stay in the bytes of their file until one of them is looked at: a start need not make texts of them all, of
 * which a question looks at some twenty.
 */
export function cardsFrom(section: (name: string) => Buffer): Card[] {
  const column = (name: Text): Column => ({
    bytes: section(`card.${name}`),
    ends: uint32(section(`card.${name}.ends`)),
  });
  const columns: Columns = {
    id: column('id'),
    mark: column('mark'),
    title: column('title'),
    kind: column('kind'),
    unitId: column('unitId'),
    checkedOn: column('checkedOn'),
    validUntil: column('validUntil'),
    areas: column('areas'),
    uses: uint32(section('card.uses')),
    listed: section('card.listed'),
  };
  return Array.from({ length: columns.listed.length }, (_, at) => new StoredCard(columns, at));
}

/** A class, as its getters are shared by all cards where those of an object literal are not. */
class StoredCard implements Card {
  private readonly columns: Columns;
  private readonly at: number;

  constructor(columns: Columns, at: number) {
    this.columns = columns;
    this.at = at;
  }

  private text({ bytes, ends }: Column): string {
    return bytes.toString('utf8', this.at === 0 ? 0 : ends[this.at - 1], ends[this.at]);
  }

  get id(): string {
    return this.text(this.columns.id);
  }

  get mark(): string {
    return this.text(this.columns.mark);
  }

  get title(): string {
    return this.text(this.columns.title);
  }

  get kind(): string {
    return this.text(this.columns.kind);
  }

  get unitId(): string | null {
    return this.text(this.columns.unitId) || null;
  }

  get checkedOn(): string {
    return this.text(this.columns.checkedOn);
  }

  get validUntil(): string | null {
    return this.text(this.columns.validUntil) || null;
  }

  get areas(): string {
    return this.text(this.columns.areas);
  }

  get uses(): number {
    return this.columns.uses[this.at] ?? 0;
  }

  get listed(): boolean {
    return this.columns.listed[this.at] === 1;
  }
}

function uint32(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / Uint32Array.BYTES_PER_ELEMENT);
}

function bytesOf(array: Uint8Array | Uint32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
