import { Button, Cascader, Input, Select } from 'antd';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { CHANNEL_NAMES } from '../../../shared/domain/channel.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { CATEGORY_NAMES, MODE_NAMES } from '../../../shared/domain/order.ts';
import { narrows, needsCounting, NO_FILTER, type Filter } from '../../../shared/figures/facets.ts';
import { ENDING_NAMES, FILTER_NAMES, URGENT_NAMES, VERDICT_NAMES } from '../../../shared/figures/filter-text.ts';
import { CLEARABLE, CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { useSubjectList, useUnits } from '../../data/directory.ts';
import { nodesOf, type SubjectNode } from './subject-nodes.ts';
import { FILTER } from './text.ts';

export interface FilterRowProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** What a report is narrowed to, all of it together; it holds for the table, the chart, the rows behind and the file. */
export function FilterRow({ filter, onChange }: FilterRowProps): ReactNode {
  const put = (part: Partial<Filter>): void => onChange({ ...filter, ...part });
  return (
    <fieldset className="reports-filter" aria-label={FILTER.title} onKeyDownCapture={passTab}>
      <Several part="categories" names={CATEGORY_NAMES} filter={filter} onPut={put} />
      <Several part="channels" names={CHANNEL_NAMES} filter={filter} onPut={put} />
      <Subject filter={filter} onPut={put} />
      <Unit filter={filter} onPut={put} />
      <Several part="modes" names={MODE_NAMES} filter={filter} onPut={put} />
      <Urgent filter={filter} onPut={put} />
      <Several part="endings" names={ENDING_NAMES} filter={filter} onPut={put} />
      <Several part="verdicts" names={VERDICT_NAMES} filter={filter} onPut={put} />
      <Words key={filter.words} filter={filter} onPut={put} />
      <Button type="link" size="small" disabled={!narrows(filter)} onClick={() => onChange(NO_FILTER)}>
        {FILTER.clear}
      </Button>
      <span className="reports-what">{needsCounting(filter) ? FILTER.counted : FILTER.kept}</span>
    </fieldset>
  );
}

/** On the way to the next filter Tab would take whatever an open list has under its mark. */
function passTab(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}

interface PartProps {
  readonly filter: Filter;
  readonly onPut: (part: Partial<Filter>) => void;
}

interface SeveralProps<Key extends keyof Filter, Id extends string> extends PartProps {
  readonly part: Key;
  readonly names: Readonly<Record<Id, string>>;
}

type Lists = 'categories' | 'channels' | 'modes' | 'endings' | 'verdicts';

function Several<Key extends Lists>({ part, names, filter, onPut }: SeveralProps<Key, Filter[Key][number]>): ReactNode {
  const options = Object.entries<string>(names).map(([value, label]) => ({ value, label }));
  return (
    <Select<Filter[Key], { value: string; label: string }>
      mode="multiple"
      aria-label={FILTER_NAMES[part]}
      placeholder={FILTER_NAMES[part]}
      className="reports-choice"
      maxTagCount={1}
      maxTagPlaceholder={(more) => `+${more.length}`}
      optionFilterProp="label"
      popupMatchSelectWidth={false}
      value={filter[part]}
      options={options}
      onChange={(chosen) => onPut({ [part]: chosen })}
    />
  );
}

function Subject({ filter, onPut }: PartProps): ReactNode {
  const { data: subjects } = useSubjectList();
  const options = useMemo(() => nodesOf(subjects ?? []), [subjects]);
  return (
    <Cascader<SubjectNode>
      aria-label={FILTER_NAMES.subject}
      placeholder={FILTER_NAMES.subject}
      className="reports-choice"
      changeOnSelect
      allowClear={CLEARABLE}
      showSearch={{ limit: 30 }}
      displayRender={(labels) => labels.at(-1)}
      options={options}
      value={[...filter.subject]}
      onChange={(path) => onPut({ subject: (path ?? []).map(String) })}
    />
  );
}

function Unit({ filter, onPut }: PartProps): ReactNode {
  const units = useUnits();
  return (
    <Select<UnitId, { value: UnitId; label: string }>
      aria-label={FILTER_NAMES.unit}
      placeholder={FILTER_NAMES.unit}
      className="reports-choice"
      allowClear={CLEARABLE}
      showSearch={{ optionFilterProp: 'label', filterSort: (a, b) => a.label.length - b.label.length }}
      popupMatchSelectWidth={false}
      {...(filter.unit === null ? {} : { value: filter.unit })}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      onSelect={(unit) => onPut({ unit })}
      onClear={() => onPut({ unit: null })}
    />
  );
}

function Urgent({ filter, onPut }: PartProps): ReactNode {
  const value = filter.urgent === null ? undefined : filter.urgent ? 'true' : 'false';
  return (
    <Select<'true' | 'false', { value: 'true' | 'false'; label: string }>
      aria-label={FILTER_NAMES.urgent}
      placeholder={FILTER_NAMES.urgent}
      className="reports-choice reports-choice-short"
      allowClear={CLEARABLE}
      {...(value ? { value } : {})}
      options={[
        { value: 'true', label: URGENT_NAMES.true },
        { value: 'false', label: URGENT_NAMES.false },
      ]}
      onSelect={(chosen) => onPut({ urgent: chosen === 'true' })}
      onClear={() => onPut({ urgent: null })}
    />
  );
}

/** Taken when it is finished: each try reads the texts of a whole period. */
function Words({ filter, onPut }: PartProps): ReactNode {
  const [words, setWords] = useState(filter.words);
  const take = (): void => {
    if (words.trim() !== filter.words) onPut({ words: words.trim() });
  };
  return (
    <Input
      aria-label={FILTER.words}
      placeholder={FILTER.words}
      className="reports-choice"
      maxLength={40}
      allowClear={CLEARABLE_INPUT}
      value={words}
      onChange={({ target }) => setWords(target.value)}
      onClear={() => onPut({ words: '' })}
      onPressEnter={take}
      onBlur={take}
    />
  );
}
