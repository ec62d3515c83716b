import { Segmented, Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { CHANNEL_NAMES, COMPLEXITY_NAMES, complexitySchema } from '../../../shared/domain/channel.ts';
import { CATEGORY_NAMES } from '../../../shared/domain/order.ts';
import { limitName } from '../../../shared/policy/limit.ts';
import type { Pack } from '../../../shared/policy/pack.ts';
import { LIMIT_MODE_NAMES, limitModeSchema, URGENCY_NAMES, urgencySchema } from '../../../shared/policy/values.ts';
import { limitsTable, type LimitCell, type LimitsTable, type TableOf } from './model/limits-table.ts';
import type { Trial } from './model/trial.ts';
import { RuleMark } from './rule-mark.tsx';
import { LIMITS, SECTIONS } from './text.ts';

export interface LimitsViewProps {
  readonly pack: Pack;
  readonly onRule: (rule: string) => void;
  readonly onTry: (change: Partial<Trial>) => void;
}

/** 办理时限 as a table, channel by category by complexity, for one step of the way. */
export function LimitsView({ pack, onRule, onTry }: LimitsViewProps): ReactNode {
  const [of, setOf] = useState<TableOf>({ mode: 'forward', units: 1, urgency: 'general' });
  const table = useMemo(() => limitsTable(pack, of), [pack, of]);
  return (
    <>
      <div className="rules-limits-of">
        <label>
          {LIMITS.mode}
          <Select
            aria-label={LIMITS.mode}
            className="rules-limits-mode"
            value={of.mode}
            options={limitModeSchema.options.map((mode) => ({ value: mode, label: LIMIT_MODE_NAMES[mode] }))}
            onChange={(mode) => setOf({ ...of, mode })}
          />
        </label>
        <Segmented
          aria-label={LIMITS.units}
          value={of.units}
          options={[
            { value: 1, label: LIMITS.oneUnit },
            { value: 2, label: LIMITS.severalUnits },
          ]}
          onChange={(units) => setOf({ ...of, units })}
        />
        <Segmented
          aria-label={LIMITS.urgency}
          value={of.urgency}
          options={urgencySchema.options.map((urgency) => ({ value: urgency, label: URGENCY_NAMES[urgency] }))}
          onChange={(urgency) => setOf({ ...of, urgency })}
        />
        <span className="faint">{LIMITS.how}</span>
      </div>
      <Table table={table} onRule={onRule} onTry={(change) => onTry({ ...of, ...change })} />
    </>
  );
}

interface TableProps {
  readonly table: LimitsTable;
  readonly onRule: (rule: string) => void;
  readonly onTry: (change: Partial<Trial>) => void;
}

function Table({ table, onRule, onTry }: TableProps): ReactNode {
  return (
    <table className="rules-limits" aria-label={SECTIONS.limits}>
      <thead>
        <tr>
          <th scope="col">{LIMITS.channel}</th>
          {table.columns.map((categories) => (
            <th key={categories.join()} scope="col">
              {categories.map((category) => CATEGORY_NAMES[category]).join('、')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ channels, cells }) => (
          <tr key={channels.join()}>
            <th scope="row">{channels.map((channel) => CHANNEL_NAMES[channel]).join('、')}</th>
            {cells.map((tiers, index) => (
              <td key={table.columns[index]?.join()}>
                {tiers.map(({ complexities, cell }) => (
                  <Line
                    key={complexities.join()}
                    cell={cell}
                    tier={
                      complexities.length === complexitySchema.options.length
                        ? ''
                        : complexities.map((complexity) => COMPLEXITY_NAMES[complexity]).join('、')
                    }
                    onRule={onRule}
                    onTry={() => {
                      const [channel] = channels;
                      const [category] = table.columns[index] ?? [];
                      const [complexity] = complexities;
                      if (channel && category && complexity) onTry({ channel, category, complexity });
                    }}
                  />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly cell: LimitCell;
  /** For which complexities, where not for all. */
  readonly tier: string;
  readonly onRule: (rule: string) => void;
  readonly onTry: () => void;
}

function Line({ cell, tier, onRule, onTry }: LineProps): ReactNode {
  const { limit, rule, article, note, others } = cell;
  const hint = [article, note, others.length > 0 && LIMITS.others(others.join('、'))].filter(Boolean).join('；');
  return (
    <div className="rules-limit">
      <button type="button" className="rules-limit-try" title={hint} onClick={onTry}>
        {tier && <span className="faint">{tier}</span>}
        {limit === null ? (
          <span className="rules-limit-none">{LIMITS.none}</span>
        ) : (
          <b className="num">{limitName(limit)}</b>
        )}
      </button>
      {rule && <RuleMark rule={rule} onRule={onRule} />}
    </div>
  );
}
