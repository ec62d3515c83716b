import { Select } from 'antd';
import type { ReactNode } from 'react';
import { ARTICLE_KIND_NAMES, articleSchema, type Article } from '../../../shared/domain/article.ts';
import { unitsWithin } from '../../../shared/domain/area.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { CLEARABLE } from '../../components/clearable.tsx';
import { TEXT } from './text.ts';

/** What is looked through. */
export interface Filters {
  /** A county or district with every unit in it. */
  readonly area: UnitId | null;
  readonly unitId: UnitId | null;
  /** Empty: every kind. */
  readonly kinds: readonly Article['kind'][];
  /** Without what has expired. */
  readonly inForceOnly: boolean;
}

export const NO_FILTERS: Filters = { area: null, unitId: null, kinds: [], inForceOnly: false };

export function isFiltered({ area, unitId, kinds, inForceOnly }: Filters): boolean {
  return area !== null || unitId !== null || kinds.length > 0 || inForceOnly;
}

const KINDS = articleSchema.shape.kind.options.map((value) => ({ value, label: ARTICLE_KIND_NAMES[value] }));

export interface KnowledgeFiltersProps {
  readonly value: Filters;
  readonly units: readonly Pick<Unit, 'id' | 'parentId' | 'name' | 'shortName' | 'level'>[];
  readonly onChange: (next: Filters) => void;
}

/** Where the knowledge is from, of which kind, and whether it has to be in force. */
export function KnowledgeFilters({ value, units, onChange }: KnowledgeFiltersProps): ReactNode {
  const within = unitsWithin(units, { unitId: null, area: value.area });
  const there = units.filter(({ id }) => within === null || within.has(id));
  return (
    <>
      <Select<UnitId>
        className="kn-bar-area"
        aria-label={TEXT.area}
        placeholder={TEXT.allAreas}
        allowClear={CLEARABLE}
        showSearch={{ optionFilterProp: 'label' }}
        value={value.area}
        options={units
          .filter(({ level }) => level === 'county')
          .map(({ id, shortName }) => ({ value: id, label: shortName }))}
        // A unit of elsewhere would find nothing.
        onChange={(area: UnitId | undefined) => onChange({ ...value, area: area ?? null, unitId: null })}
      />
      <Select<UnitId>
        className="kn-bar-unit"
        aria-label={TEXT.unit}
        placeholder={TEXT.allUnits}
        allowClear={CLEARABLE}
        showSearch={{ optionFilterProp: 'label' }}
        value={value.unitId}
        options={there.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unitId: UnitId | undefined) => onChange({ ...value, unitId: unitId ?? null })}
      />
      <fieldset className="kn-kinds" aria-label={TEXT.kind}>
        {KINDS.map(({ value: kind, label }) => {
          const on = value.kinds.includes(kind);
          const kinds = on ? value.kinds.filter((other) => other !== kind) : [...value.kinds, kind];
          return (
            <button
              key={kind}
              type="button"
              className="kn-kind"
              aria-pressed={on}
              onClick={() => onChange({ ...value, kinds })}
            >
              {label}
            </button>
          );
        })}
      </fieldset>
      <button
        type="button"
        className="kn-kind"
        aria-pressed={value.inForceOnly}
        title={TEXT.inForceHint}
        onClick={() => onChange({ ...value, inForceOnly: !value.inForceOnly })}
      >
        {TEXT.inForceOnly}
      </button>
    </>
  );
}
