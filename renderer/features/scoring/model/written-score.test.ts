import { describe, expect, it } from 'vitest';
import { EMPTY_SHEET } from '../../../../shared/domain/scoring/sheet.ts';
import { sheetWith } from '../../../../shared/domain/scoring/testing/sheets.ts';
import { instant } from '../../../../shared/instant.ts';
import { asAtCentre, changed, takeUp, withOther, type WrittenScore } from './written-score.ts';

const [EARLY, LATE, LATEST] = [1, 2, 3].map((hour) => instant(Date.UTC(2026, 10, 20, hour))) as [
  ReturnType<typeof instant>,
  ReturnType<typeof instant>,
  ReturnType<typeof instant>,
];
const OWN = sheetWith({ greeting: 3 });
const OTHERS = sheetWith({ tone: 5 });
const here: WrittenScore = { sheet: OWN, base: 4, changedAt: LATE, other: null };

describe('a score that was written at two desks', () => {
  it('goes on as it is where the centre has nothing newer', () => {
    expect(takeUp(here, { sheet: OTHERS, revision: 4, savedAt: EARLY }, null)).toBeNull();
  });

  it('goes on where the other desk left off once everything from here was sent', () => {
    const sent = { ...here, changedAt: null };
    const centre = { sheet: OTHERS, revision: 6, savedAt: LATEST };
    expect(takeUp(sent, centre, null)).toEqual(asAtCentre(centre));
  });

  it('keeps what is only here where the other change was none of the sheet, or came from here', () => {
    const kept = { ...here, base: 5 };
    expect(takeUp(here, { sheet: EMPTY_SHEET, revision: 5, savedAt: null }, null)).toEqual(kept);
    expect(takeUp(here, { sheet: OTHERS, revision: 5, savedAt: EARLY }, OTHERS)).toEqual(kept);
  });

  it('knows the same sheet again, in whatever order it was filled in', () => {
    const centre = { sheet: { ...OWN, marks: OWN.marks.toReversed() }, revision: 5, savedAt: LATEST };
    expect(takeUp(here, centre, null)).toEqual({ ...here, base: 5, changedAt: null });
  });

  it('of two that differ takes the newer one and keeps the older one beside it', () => {
    const newer = takeUp(here, { sheet: OTHERS, revision: 5, savedAt: LATEST }, null);
    expect(newer).toEqual({
      sheet: OTHERS,
      base: 5,
      changedAt: null,
      other: { sheet: OWN, at: LATE, here: true, inHandAt: LATEST },
    });
    expect(takeUp(here, { sheet: OTHERS, revision: 5, savedAt: EARLY }, null)).toEqual({
      ...here,
      base: 5,
      other: { sheet: OTHERS, at: EARLY, here: false, inHandAt: LATE },
    });
  });

  it('can be gone on with from the older one, and back', () => {
    const newer = takeUp(here, { sheet: OTHERS, revision: 5, savedAt: EARLY }, null);
    const turned = newer && withOther(newer, LATEST);
    expect(turned).toEqual({
      sheet: OTHERS,
      base: 5,
      changedAt: LATEST,
      other: { sheet: OWN, at: LATE, here: true, inHandAt: EARLY },
    });
    const back = turned && withOther(turned, LATEST);
    expect(back).toMatchObject({ sheet: OWN, other: { sheet: OTHERS, at: EARLY, here: false, inHandAt: LATE } });
    // One that was written on is of now.
    const onwards = turned && changed(turned, EMPTY_SHEET, LATEST);
    expect(onwards && withOther(onwards, LATEST).other).toMatchObject({ sheet: EMPTY_SHEET, at: LATEST, here: false });
  });
});
