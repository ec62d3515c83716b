import { z } from 'zod';
import { itemsOf, type FormContent } from '../../../../shared/domain/scoring/form.ts';
import type { Mark, Sheet } from '../../../../shared/domain/scoring/sheet.ts';

/** What the hand can be on in a form, from top to bottom. */
export type Stop =
  | { readonly kind: 'item'; readonly id: string; readonly full: number }
  | { readonly kind: 'veto'; readonly id: string };

export function stopsOf(form: FormContent): readonly Stop[] {
  return [
    ...itemsOf(form).map(({ id, points }): Stop => ({ kind: 'item', id, full: points })),
    ...form.vetoes.map(({ id }): Stop => ({ kind: 'veto', id })),
  ];
}

/** A remark as it is being typed: blanks at its end belong to the next word. */
const said = { remark: z.string(), atSeconds: z.number().nullable() };

/** A sheet as it is being written, for the desk to keep. */
export const writtenSheetSchema = z.object({
  marks: z.array(z.object({ itemId: z.string(), points: z.number().nullable(), ...said })),
  vetoes: z.array(z.object({ vetoId: z.string(), ...said })),
  comment: z.string(),
});

/** As it is handed in: without blanks around what was written. */
export function trimmed({ marks, vetoes, comment }: Sheet): Sheet {
  return {
    marks: marks.map((mark) => ({ ...mark, remark: mark.remark.trim() })),
    vetoes: vetoes.map((veto) => ({ ...veto, remark: veto.remark.trim() })),
    comment: comment.trim(),
  };
}

export function markOf({ marks }: Sheet, itemId: string): Mark | undefined {
  return marks.find((mark) => mark.itemId === itemId);
}

/** Changes an item's mark; one that has none begins with full points, which its points may then replace. */
export function withMark(sheet: Sheet, itemId: string, full: number, part: Partial<Omit<Mark, 'itemId'>>): Sheet {
  const before = markOf(sheet, itemId) ?? { itemId, points: full, remark: '', atSeconds: null };
  const mark = { ...before, ...part };
  return { ...sheet, marks: [...sheet.marks.filter((one) => one.itemId !== itemId), mark] };
}

export function withoutMark(sheet: Sheet, itemId: string): Sheet {
  return { ...sheet, marks: sheet.marks.filter((mark) => mark.itemId !== itemId) };
}

type VetoMark = Sheet['vetoes'][number];

/** Sets a veto, changes what is said of it, or takes it back (`null`). */
export function withVeto(sheet: Sheet, vetoId: string, part: Partial<Omit<VetoMark, 'vetoId'>> | null): Sheet {
  const before = sheet.vetoes.find((veto) => veto.vetoId === vetoId);
  const others = sheet.vetoes.filter((veto) => veto.vetoId !== vetoId);
  if (part === null) return { ...sheet, vetoes: others };
  return { ...sheet, vetoes: [...others, { vetoId, remark: '', atSeconds: null, ...before, ...part }] };
}

/**
 * What digits typed one after the other say: `1` then `0` is ten where ten can be had, and otherwise the later digit
 * begins anew. A point adds half a mark.
 * @param typed what was typed on this item until now
 * @returns null where the key says nothing that can be had
 */
export function typedPoints(typed: string, key: string, full: number): string | null {
  if (key === '.') {
    const half = `${typed}.5`;
    return /^\d+$/.test(typed) && Number(half) <= full ? half : null;
  }
  if (!/^\d$/.test(key)) return null;
  const longer = `${typed}${key}`;
  if (/^[1-9]\d{0,2}$/.test(longer) && Number(longer) <= full) return longer;
  return Number(key) <= full ? key : null;
}

/** The first stop that keeps the sheet from being handed in; null: none of them does. */
export function firstLacking(form: FormContent, sheet: Sheet): Stop | null {
  const lacks = (stop: Stop): boolean => {
    if (stop.kind === 'veto') {
      const veto = sheet.vetoes.find(({ vetoId }) => vetoId === stop.id);
      return veto !== undefined && veto.remark.trim() === '';
    }
    const mark = markOf(sheet, stop.id);
    if (!mark) return true;
    return mark.points !== null && mark.points < stop.full && mark.remark.trim() === '';
  };
  return stopsOf(form).find(lacks) ?? null;
}
