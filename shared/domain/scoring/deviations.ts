import type { Deviations } from './calibration.ts';
import { itemsOf, type FormContent, type FormItem } from './form.ts';
import { resultOf, type Sheet } from './sheet.ts';

/** One inspector's sheet of a calibration. */
interface OneSheet {
  readonly inspectorId: string;
  readonly sheet: Sheet;
}

/** How far apart inspectors were on one call; see the schema for what each figure means. */
export function deviationsOf(form: FormContent, sheets: readonly OneSheet[], reference: Sheet | null): Deviations {
  const items = itemsOf(form);
  const totals = sheets.flatMap(({ inspectorId, sheet }) => {
    const result = resultOf(form, sheet);
    return result ? [{ inspectorId, total: result.total }] : [];
  });
  const centre = (reference ? resultOf(form, reference)?.total : null) ?? meanOf(totals.map(({ total }) => total));
  const apart = totals.map(({ total }) => Math.abs(total - (centre ?? total)));
  const mean = meanOf(totals.map(({ total }) => total));
  const mad = meanOf(apart);
  return {
    from: reference ? 'reference' : 'mean',
    total: mean === null || mad === null ? null : { mean, mad },
    kappa: fleissKappa(ratedParts(form).map((part) => sheets.map(({ sheet }) => part(sheet)))),
    items: items.map((item) => itemDeviation(item, sheets, reference)),
    inspectors: sheets.map(({ inspectorId, sheet }) => ({
      inspectorId,
      total: (totals.find((one) => one.inspectorId === inspectorId)?.total ?? 0) - (centre ?? 0),
      mad: inspectorDeviation(items, sheet, sheets, reference),
      kappa: reference ? cohenKappa(ratedParts(form).map((part) => [part(sheet), part(reference)])) : null,
    })),
  };
}

function itemDeviation(
  item: FormItem,
  sheets: readonly OneSheet[],
  reference: Sheet | null,
): Deviations['items'][number] {
  const given = sheets.flatMap(({ sheet }) => pointsOf(sheet, item.id) ?? []);
  const from = centreOf(item, sheets, reference);
  return {
    itemId: item.id,
    sheets: given.length,
    mean: meanOf(given),
    lowest: given.length === 0 ? null : Math.min(...given),
    highest: given.length === 0 ? null : Math.max(...given),
    mad: from === null ? null : meanOf(given.map((points) => Math.abs(points - from))),
  };
}

function inspectorDeviation(
  items: readonly FormItem[],
  sheet: Sheet,
  sheets: readonly OneSheet[],
  reference: Sheet | null,
): number | null {
  return meanOf(
    items.flatMap((item) => {
      const points = pointsOf(sheet, item.id);
      const from = centreOf(item, sheets, reference);
      return points === null || from === null ? [] : [Math.abs(points - from) / item.points];
    }),
  );
}

/** What an item's marks are compared with. */
function centreOf({ id }: FormItem, sheets: readonly OneSheet[], reference: Sheet | null): number | null {
  return reference ? pointsOf(reference, id) : meanOf(sheets.flatMap(({ sheet }) => pointsOf(sheet, id) ?? []));
}

function pointsOf({ marks }: Sheet, itemId: string): number | null {
  return marks.find((mark) => mark.itemId === itemId)?.points ?? null;
}

type Rating = 'full' | 'lost' | 'zero' | 'none';

/** What is agreed on or not: each item, and each veto as either kept or broken. */
function ratedParts(form: FormContent): ((sheet: Sheet) => Rating)[] {
  return [
    ...itemsOf(form).map(({ id, points: full }) => (sheet: Sheet): Rating => {
      const points = pointsOf(sheet, id);
      if (points === null) return 'none';
      return points >= full ? 'full' : points === 0 ? 'zero' : 'lost';
    }),
    ...form.vetoes.map(
      ({ id }) =>
        (sheet: Sheet): Rating =>
          sheet.vetoes.some(({ vetoId }) => vetoId === id) ? 'zero' : 'full',
    ),
  ];
}

const RATINGS: readonly Rating[] = ['full', 'lost', 'zero', 'none'];

/**
 * Fleiss' kappa. @param subjects for each thing that was judged, every rater's judgement; all of the same length
 * @returns null with fewer than two raters, or where all gave one and the same judgement throughout
 */
export function fleissKappa(subjects: readonly (readonly Rating[])[]): number | null {
  const raters = subjects[0]?.length ?? 0;
  if (raters < 2) return null;
  const counts = subjects.map((given) => RATINGS.map((rating) => given.filter((one) => one === rating).length));
  const agreed = counts.map(
    (row) => (row.reduce((sum, count) => sum + count * count, 0) - raters) / (raters * (raters - 1)),
  );
  const shares = RATINGS.map(
    (_, index) => counts.reduce((sum, row) => sum + (row[index] ?? 0), 0) / (subjects.length * raters),
  );
  return beyondChance(
    meanOf(agreed) ?? 0,
    shares.reduce((sum, share) => sum + share * share, 0),
  );
}

/** Cohen's kappa of pairs of judgements; null where chance alone gives full agreement. */
export function cohenKappa(pairs: readonly (readonly [Rating, Rating])[]): number | null {
  if (pairs.length === 0) return null;
  const share = (is: (pair: readonly [Rating, Rating]) => boolean): number => pairs.filter(is).length / pairs.length;
  const chance = RATINGS.reduce(
    (sum, rating) => sum + share(([one]) => one === rating) * share(([, other]) => other === rating),
    0,
  );
  return beyondChance(
    share(([one, other]) => one === other),
    chance,
  );
}

function beyondChance(agreed: number, chance: number): number | null {
  return 1 - chance < 1e-9 ? null : (agreed - chance) / (1 - chance);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
