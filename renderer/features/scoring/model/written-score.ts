import { z } from 'zod';
import type { Scoring } from '../../../../shared/domain/scoring/scoring.ts';
import type { Sheet } from '../../../../shared/domain/scoring/sheet.ts';
import { instantSchema, msOf, type Instant } from '../../../../shared/instant.ts';
import { writtenSheetSchema } from './sheet-edit.ts';

/** How each field of a half-written score is read again at the desk that keeps it. */
export const WRITTEN_SCORE = {
  sheet: writtenSheetSchema,
  /** The centre's revision it rests on. */
  base: z.number(),
  /** By the centre's clock, when it was changed last; null: the centre has it as it stands. */
  changedAt: instantSchema.nullable(),
  /** Where two desks have written: the one that is not gone on with, until the person is done with it. */
  other: z
    .object({
      sheet: writtenSheetSchema,
      at: instantSchema,
      /** Written at this desk. */
      here: z.boolean(),
      /** When the one in hand was written. */
      inHandAt: instantSchema,
    })
    .nullable(),
};
const writtenScoreSchema = z.object(WRITTEN_SCORE);
export type WrittenScore = z.infer<typeof writtenScoreSchema>;

/** What a desk has kept, where it is one of these. */
export function writtenIn(form: unknown): WrittenScore | null {
  const read = writtenScoreSchema.safeParse(form);
  return read.success ? read.data : null;
}

/** What a desk begins with that has nothing of its own. */
export function asAtCentre({ sheet, revision }: Pick<Scoring, 'sheet' | 'revision'>): WrittenScore {
  return { sheet, base: revision, changedAt: null, other: null };
}

/**
 * What a desk goes on with where the centre has moved on since: what it has itself unless it was all sent, and of two that
 * were written at two desks the newer one, with the older one beside it so that nothing is lost.
 * @param sent what this window sent last: that is no other desk's
 * @returns null where the desk has the newest already
 */
export function takeUp(
  here: WrittenScore,
  centre: Pick<Scoring, 'sheet' | 'revision' | 'savedAt'>,
  sent: Sheet | null,
): WrittenScore | null {
  const { revision, savedAt } = centre;
  if (revision <= here.base) return null;
  if (sameSheet(centre.sheet, here.sheet)) return { ...here, base: revision, changedAt: null };
  if (here.changedAt === null) return asAtCentre(centre);
  if (savedAt === null || (sent && sameSheet(centre.sheet, sent))) return { ...here, base: revision };
  const own = { sheet: here.sheet, at: here.changedAt, here: true, inHandAt: savedAt };
  const others = { sheet: centre.sheet, at: savedAt, here: false, inHandAt: here.changedAt };
  return msOf(own.at) > msOf(savedAt)
    ? { ...here, base: revision, other: others }
    : { ...asAtCentre(centre), other: own };
}

/** Goes on with the other one; the one in hand is kept beside it instead. */
export function withOther(here: WrittenScore, now: Instant): WrittenScore {
  const { sheet, other } = here;
  if (!other) return here;
  const beside = { sheet, at: other.inHandAt, here: !other.here, inHandAt: other.at };
  return { ...here, sheet: other.sheet, changedAt: now, other: beside };
}

/** As it stands after a change of the sheet. */
export function changed(here: WrittenScore, sheet: Sheet, now: Instant): WrittenScore {
  return { ...here, sheet, changedAt: now, other: here.other && { ...here.other, inHandAt: now } };
}

/** In whatever order it was filled in. */
function sameSheet(one: Sheet, other: Sheet): boolean {
  return plain(one) === plain(other);
}

function plain({ marks, vetoes, comment }: Sheet): string {
  const said = ({ remark, atSeconds }: { readonly remark: string; readonly atSeconds: number | null }) => [
    remark.trim(),
    atSeconds,
  ];
  return JSON.stringify([
    marks.map((mark) => JSON.stringify([mark.itemId, mark.points, ...said(mark)])).toSorted(),
    vetoes.map((veto) => JSON.stringify([veto.vetoId, ...said(veto)])).toSorted(),
    comment.trim(),
  ]);
}
