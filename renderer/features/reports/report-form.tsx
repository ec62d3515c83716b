import { DatePicker, InputNumber, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { breakdownSchema } from '../../../shared/contract/reports.ts';
import type { PeriodicReport } from '../../../shared/policy/pack-course.ts';
import type { Asked } from './ask.ts';
import { periodsUpTo } from './periods.ts';
import { BREAKDOWN_NAMES, EVERY_NAMES, TEXT } from './text.ts';

export interface ReportFormProps {
  readonly asked: Asked;
  readonly reports: readonly PeriodicReport[];
  readonly today: string;
  readonly onEdit: (part: Partial<Asked>) => void;
}

const ALL = 'all';
const EVERY = ['month', 'quarter', 'halfYear', 'year', 'free'] as const;
const DAY = 'YYYY-MM-DD';

/** Which report, of which period, broken down by what. */
export function ReportForm({ asked, reports, today, onEdit }: ReportFormProps): ReactNode {
  const { view, every } = asked;
  const take = (id: string): void => {
    const report = reports.find((one) => one.id === id);
    if (!report) return onEdit({ reportId: null });
    onEdit({ reportId: id, by: report.by, ...periodPart(report.every, today) });
  };
  return (
    <>
      {view === 'table' && (
        <Select<string, { value: string; label: string }>
          aria-label={TEXT.report}
          className="reports-report"
          value={asked.reportId ?? ALL}
          options={[
            ...reports.map(({ id, name }) => ({ value: id, label: name })),
            { value: ALL, label: TEXT.freeReport },
          ]}
          onChange={take}
        />
      )}
      <Segmented
        aria-label={TEXT.every}
        value={every}
        options={EVERY.map((value) => ({ value, label: EVERY_NAMES[value] }))}
        onChange={(value) => onEdit(value === 'free' ? { every: value } : periodPart(value, today))}
      />
      {every === 'free' ? (
        <DatePicker.RangePicker
          aria-label={TEXT.period}
          allowClear={false}
          value={[dayjs(asked.from), dayjs(asked.to)]}
          onChange={(days) => {
            const [from, to] = days ?? [];
            if (from && to) onEdit({ from: from.format(DAY), to: to.format(DAY) });
          }}
        />
      ) : (
        <Select<string, { value: string; label: string }>
          aria-label={TEXT.period}
          className="reports-period"
          value={asked.from}
          options={periodsUpTo(every, today).map(({ from, name }) => ({ value: from, label: name }))}
          onChange={(from) => {
            const period = periodsUpTo(every, today).find((one) => one.from === from);
            if (period) onEdit({ from: period.from, to: period.to });
          }}
        />
      )}
      {view === 'table' && (
        <Segmented
          aria-label={TEXT.by}
          value={asked.by}
          options={breakdownSchema.options.map((value) => ({ value, label: BREAKDOWN_NAMES[value] }))}
          onChange={(by) => onEdit({ by })}
        />
      )}
      {view === 'clusters' && (
        <label className="reports-least">
          {TEXT.least}
          {/* antd names the arrows in English. */}
          <InputNumber
            value={asked.least}
            min={2}
            max={1000}
            precision={0}
            controls={false}
            onChange={(least) => least !== null && onEdit({ least })}
          />
          {TEXT.leastUnit}
        </label>
      )}
    </>
  );
}

function periodPart(every: PeriodicReport['every'], today: string): Partial<Asked> {
  const period = periodsUpTo(every, today).at(0);
  return period ? { every, from: period.from, to: period.to } : { every };
}
