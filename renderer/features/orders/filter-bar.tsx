import { DatePicker, Segmented, type InputRef } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode, RefObject } from 'react';
import { QUICK_VIEWS, type ListQuery, type QuickView } from './query.ts';
import { SearchBox } from './search-box.tsx';
import { TEXT, VIEW_HINTS, VIEW_NAMES } from './text.ts';

export interface FilterBarProps {
  readonly query: ListQuery;
  readonly counts: Partial<Record<QuickView, number>>;
  readonly searchRef: RefObject<InputRef | null>;
  readonly onView: (view: QuickView) => void;
  readonly onQuery: (change: Partial<ListQuery>) => void;
  readonly onLeave: () => void;
  /** Whatever stands at the right end. */
  readonly children: ReactNode;
}

const DAY = 'YYYY-MM-DD';

/** The views, the search and the days: what one reaches for first. */
export function FilterBar(props: FilterBarProps): ReactNode {
  const { query, counts, searchRef, onView, onQuery, onLeave, children } = props;
  return (
    <div className="orders-bar">
      <Segmented<QuickView>
        className="orders-views"
        aria-label={TEXT.views}
        value={query.view}
        onChange={onView}
        options={QUICK_VIEWS.map((view) => ({
          value: view,
          title: VIEW_HINTS[view],
          label: viewLabel(view, counts[view]),
        }))}
      />
      <SearchBox text={query.text} inputRef={searchRef} onSearch={(text) => onQuery({ text })} onLeave={onLeave} />
      <DatePicker.RangePicker
        className="orders-dates"
        aria-label={TEXT.dates}
        placeholder={[TEXT.dateFrom, TEXT.dateTo]}
        allowEmpty={[true, true]}
        value={[day(query.from), day(query.to)]}
        presets={presets()}
        onChange={(range) => onQuery({ from: range?.[0]?.format(DAY) ?? null, to: range?.[1]?.format(DAY) ?? null })}
      />
      <div className="orders-bar-end">{children}</div>
    </div>
  );
}

function viewLabel(view: QuickView, count: number | undefined): ReactNode {
  return (
    <>
      {VIEW_NAMES[view]}
      {count !== undefined && count > 0 && <span className={`orders-count orders-count-${view} num`}>{count}</span>}
    </>
  );
}

function day(date: string | null): Dayjs | null {
  return date === null ? null : dayjs(date, DAY);
}

function presets(): { label: string; value: [Dayjs, Dayjs] }[] {
  const today = dayjs();
  return [
    { label: '今天', value: [today, today] },
    { label: '昨天', value: [today.subtract(1, 'day'), today.subtract(1, 'day')] },
    { label: '近 7 天', value: [today.subtract(6, 'day'), today] },
    { label: '近 30 天', value: [today.subtract(29, 'day'), today] },
    { label: '本月', value: [today.startOf('month'), today] },
  ];
}
