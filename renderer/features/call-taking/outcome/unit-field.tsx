import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useUnits } from '../../../data/directory.ts';
import type { UnitId } from '../../../../shared/domain/ids.ts';
import type { SuggestionOutcome } from '../../../../shared/domain/model.ts';
import { CLEARABLE } from '../../../components/clearable.tsx';
import { useKey } from '../../../keys/keys.ts';
import { Field } from '../draft/field.tsx';
import { Suggestion } from '../draft/suggestion.tsx';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { useJudge } from '../hints.ts';
import { useInsights, type UnitSuggestion } from '../insights.tsx';
import { isDeclined } from '../model/offers.ts';
import { OUTCOME } from '../text.ts';

interface UnitOption {
  readonly value: UnitId;
  readonly label: string;
  readonly disabled: boolean;
  /** What its name and duties say: typed words are looked for here. */
  readonly search: string;
}

/** Further suggestions less sure than this are noise. */
const WORTH_SHOWING = 0.1;
const MOST_SHOWN = 3;

/** 承办单位: the likeliest with the words that speak for it, or any open one by name or duty. */
export function UnitField({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const unitId = useEntry(({ form }) => form.unitId);
  const units = useUnits();
  const view = useEntry((entry) => entry.view);
  const judge = useJudge();
  const suggestions = useInsights()
    .units.filter(({ unit }) => unit.id !== unitId && !isDeclined(view, 'unit', unit.id))
    .filter(({ confidence }, index) => index === 0 || confidence >= WORTH_SHOWING)
    .slice(0, MOST_SHOWN);
  const [best] = suggestions;
  const choose = (id: UnitId | null): void => edit({ unitId: id }, 'unit', 'direct');
  const judged = (offer: UnitSuggestion, outcome: SuggestionOutcome['outcome']): void =>
    judge({ kind: 'unit', offered: offer.unit.id, confidence: offer.confidence, outcome }, offer.unit.id);
  const take = (offer: UnitSuggestion): void => {
    choose(offer.unit.id);
    judged(offer, 'accepted');
  };
  // Also without a suggestion the key is this panel's: the open list below must not take it.
  useKey('acceptSuggestion', () => best && take(best), active && unitId === null);
  useKey('rejectSuggestion', () => best && judged(best, 'rejected'), active && unitId === null);

  return (
    <Field name="unit" required className="ct-unit">
      {(control) => (
        <>
          <Select<UnitId, UnitOption>
            {...control}
            className="ct-wide"
            value={unitId}
            placeholder={OUTCOME.unitPlaceholder}
            allowClear={CLEARABLE}
            showSearch={{ filterOption: (input, option) => option?.search.includes(input.trim()) ?? false }}
            options={units
              // A chosen one that has been closed since is named, not shown as an id nobody can read.
              .filter(({ id, open }) => open || id === unitId)
              .map((unit) => ({
                value: unit.id,
                label: unit.open ? unit.name : OUTCOME.closedUnit(unit.name),
                disabled: !unit.open,
                search: `${unit.name}${unit.shortName}${unit.duties}`,
              }))}
            onChange={(id: UnitId | undefined) => {
              choose(id ?? null);
              if (best && id) judged(best, best.unit.id === id ? 'accepted' : 'changed');
            }}
          />
          {unitId === null && (
            <div className="ct-suggestions">
              {suggestions.length === 0 && <span className="ct-hint faint">{OUTCOME.noSuggestion}</span>}
              {suggestions.map((offer, index) => (
                <Suggestion
                  key={offer.unit.id}
                  label={offer.unit.name}
                  confidence={offer.confidence}
                  reasons={offer.reasons}
                  first={index === 0}
                  onAccept={() => take(offer)}
                  onReject={() => judged(offer, 'rejected')}
                />
              ))}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
