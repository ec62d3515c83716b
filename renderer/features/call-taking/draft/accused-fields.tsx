import { LockOutlined } from '@ant-design/icons';
import { AutoComplete, Input } from 'antd';
import type { ReactNode } from 'react';
import { useUnits } from '../../../data/directory.ts';
import type { Unit } from '../../../../shared/domain/unit.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { namesAccused } from '../model/commands.ts';
import { DRAFT } from '../text.ts';
import { Field } from './field.tsx';

/** 被诉单位 and 被诉人: asked for in a 投诉 or 举报 only. J14, Z3. */
export function AccusedFields(): ReactNode {
  const { edit } = useDraftActions();
  const shown = useEntry(({ form }) => namesAccused(form.category));
  const accused = useEntry(({ form }) => form.accused);
  const units = useUnits();
  if (!shown) return null;
  const setUnit = (unit: string): void =>
    edit({ accused: { ...accused, unit, unitId: unitNamed(units, unit)?.id ?? null } }, 'accusedUnit');
  return (
    <div className="ct-row ct-row-place">
      <Field name="accusedUnit" aside={accused.unitId !== null && <KnownUnit />}>
        {(control) => (
          <AutoComplete
            {...control}
            className="ct-wide"
            value={accused.unit}
            maxLength={100}
            placeholder={DRAFT.accusedUnitPlaceholder}
            options={units.map(({ name }) => ({ value: name }))}
            showSearch={{ filterOption: (input, option) => matches(units, input, option?.value ?? '') }}
            onChange={setUnit}
          />
        )}
      </Field>
      <Field name="accusedPerson">
        {(control) => (
          <Input
            {...control}
            value={accused.person}
            maxLength={40}
            placeholder={DRAFT.accusedPersonPlaceholder}
            onChange={(event) => edit({ accused: { ...accused, person: event.target.value } }, 'accusedPerson')}
          />
        )}
      </Field>
    </div>
  );
}

/** One of the city's own units: it works in the same program and must not learn who complained. J5, T17, T18. */
function KnownUnit(): ReactNode {
  return (
    <span className="ct-accused-known" title={DRAFT.accusedHidden}>
      <LockOutlined aria-hidden /> {DRAFT.accusedKnown}
      <span className="visually-hidden">{DRAFT.accusedHidden}</span>
    </span>
  );
}

/** The unit somebody wrote down, by its whole or its short name. */
function unitNamed(units: readonly Unit[], written: string): Unit | null {
  const name = written.trim();
  return units.find((unit) => unit.name === name || unit.shortName === name) ?? null;
}

const LEAST_TYPED = 2;

/** Two characters say more than any list: with fewer nothing is offered, so that Enter takes no unit by accident. */
function matches(units: readonly Unit[], input: string, name: string): boolean {
  const typed = input.trim();
  if (typed.length < LEAST_TYPED) return false;
  const unit = units.find((candidate) => candidate.name === name);
  return unit !== undefined && `${unit.name}${unit.shortName}`.includes(typed);
}
