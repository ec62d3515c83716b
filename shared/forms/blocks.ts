import type { Signature } from '../domain/life.ts';

/** A labelled value of a form; empty where it is left to the pen. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** A field on a line with others, `share` of the line's width. */
export interface Part extends Field {
  readonly share: number;
}

/** What stands in one cell of a ruled table, `share` of the row's width. */
export type Cell =
  | { readonly kind: 'label'; readonly text: string; readonly hint?: string; readonly share: number }
  | ({ readonly kind: 'value'; readonly share: number } & Field)
  /** Room for a signature, with the date at its foot. */
  | {
      readonly kind: 'signature';
      readonly label: string;
      /** An opinion above the signature. */
      readonly value: string;
      readonly signature: Pick<Signature, 'kind' | 'mark'> | null;
      readonly date: string;
      readonly share: number;
    };

export interface Row {
  /** mm */
  readonly height: number;
  readonly cells: readonly Cell[];
}

/** A form as it is written down: pieces from the top to the foot of the sheet. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** Small, at the right: a number under the heading. */
  | ({ readonly kind: 'number' } & Field)
  /** Fields on one line, each value underlined. */
  | { readonly kind: 'fields'; readonly parts: readonly Part[] }
  /** A long value on ruled lines, beginning beside its label. */
  | ({ readonly kind: 'ruled'; readonly lines: number } & Field)
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  /** Running text; `fields` are the values that stand in it. */
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly look: 'body' | 'flush' | 'note';
      readonly fields?: readonly Field[];
    }
  /** A long value as running text with its label before it; takes `lines` at most, the rest goes to 附页. */
  | ({ readonly kind: 'passage'; readonly lines: number } & Field)
  /** At the foot, at the right: who issues it, where the seal goes, the date. */
  | { readonly kind: 'closing'; readonly office: string; readonly date: string; readonly seal: boolean }
  /** Where the sheet is cut in two. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'gap'; readonly height: number };

/** Every labelled value of a form in reading order. */
export function fieldsOf(blocks: readonly Block[]): Field[] {
  return blocks.flatMap((block): Field[] => {
    switch (block.kind) {
      case 'number':
      case 'ruled':
      case 'passage':
        return [fieldOf(block)];
      case 'fields':
        return block.parts.map(fieldOf);
      case 'table':
        return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'label' ? [] : fieldOf(cell))));
      case 'paragraph':
        return [...(block.fields ?? [])];
      case 'closing':
        return [
          { label: '落款', value: block.office },
          { label: '日期', value: block.date },
        ];
      case 'title':
      case 'cut':
      case 'gap':
        return [];
    }
  });
}

function fieldOf({ label, value }: Field): Field {
  return { label, value };
}
