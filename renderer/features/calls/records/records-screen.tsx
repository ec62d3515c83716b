import { DatePicker, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import type { CallListInput } from '../../../../shared/contract/calls.ts';
import { callOutcomeSchema, type CallOutcome } from '../../../../shared/domain/call.ts';
import { may } from '../../../../shared/domain/people.ts';
import { beijingDate, instant, startOfBeijingDate } from '../../../../shared/instant.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { CLEARABLE_INPUT } from '../../../components/clearable.tsx';
import { useMinute } from '../../../data/clock.ts';
import { useLive } from '../../../data/live.ts';
import { useKey } from '../../../keys/keys.ts';
import { OUTCOME_NAMES, RECORDS } from '../text.ts';
import { FiguresLine } from './figures-line.tsx';
import { CallDetailPanel } from './call-detail.tsx';
import { CallList, type ChosenCall } from './call-list.tsx';
import '../calls.css';

const DAY = 'YYYY-MM-DD';
const DAY_MS = 86_400_000;

interface Wanted {
  readonly mine: boolean;
  /** Civil dates in Beijing, both within. */
  readonly days: readonly [string, string] | null;
  readonly outcome: CallOutcome | 'any';
  readonly digits: string;
}

/** 通话记录: one's own calls, or by right everybody's with how callers were served. */
export function RecordsScreen(): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const inFront = useNavigation(({ screen }) => screen === 'calls');
  const today = beijingDate(useMinute('centre'));
  const seesAll = actor !== null && (may(actor, 'hall.view') || may(actor, 'order.inspect'));
  const takes = actor !== null && may(actor, 'call.take');
  const [wanted, setWanted] = useState<Wanted>({ mine: takes, days: null, outcome: 'any', digits: '' });
  const [chosen, setChosen] = useState<ChosenCall | null>(null);
  useKey('back', () => setChosen(null), inFront && chosen !== null);

  const [from, to] = wanted.days ?? [today, today];
  const filter: Omit<CallListInput, 'after'> = {
    mine: wanted.mine || !seesAll,
    from: instant(startOfBeijingDate(from)),
    to: instant(startOfBeijingDate(to) + DAY_MS),
    agentId: null,
    outcomes: wanted.outcome === 'any' ? [] : [wanted.outcome],
    direction: null,
    digits: wanted.digits,
  };
  const change = (part: Partial<Wanted>): void => {
    setWanted({ ...wanted, ...part });
    setChosen(null);
  };
  return (
    <section className="calls" aria-label={RECORDS.screen}>
      <div className="calls-bar">
        {seesAll && takes && (
          <Segmented
            aria-label={RECORDS.whose}
            value={wanted.mine}
            options={[
              { value: true, label: RECORDS.mine },
              { value: false, label: RECORDS.all },
            ]}
            onChange={(mine) => change({ mine })}
          />
        )}
        <DatePicker.RangePicker
          aria-label={RECORDS.days}
          allowClear={false}
          placeholder={[RECORDS.dayFrom, RECORDS.dayTo]}
          value={[dayjs(from), dayjs(to)]}
          maxDate={dayjs(today)}
          onChange={(range) => {
            const [first, last] = [range?.[0]?.format(DAY), range?.[1]?.format(DAY)];
            change({ days: first && last ? [first, last] : null });
          }}
        />
        <Select<CallOutcome | 'any'>
          className="calls-outcome"
          aria-label={RECORDS.outcome}
          value={wanted.outcome}
          options={[
            { value: 'any', label: RECORDS.anyOutcome },
            ...callOutcomeSchema.options.map((outcome) => ({ value: outcome, label: OUTCOME_NAMES[outcome] })),
          ]}
          onChange={(outcome) => change({ outcome })}
        />
        <Input
          className="calls-digits"
          type="search"
          aria-label={RECORDS.digits}
          placeholder={RECORDS.digitsHint}
          allowClear={CLEARABLE_INPUT}
          maxLength={20}
          value={wanted.digits}
          onChange={({ target }) => change({ digits: target.value.replace(/\D/g, '') })}
        />
      </div>
      {filter.mine ? <span /> : <FiguresLine from={filter.from} to={filter.to} enabled={inFront} />}
      <div className={`calls-body ${chosen ? 'calls-body-open' : ''}`}>
        <CallList
          key={JSON.stringify(filter)}
          filter={filter}
          enabled={inFront}
          chosen={chosen?.row.callId ?? null}
          onChoose={setChosen}
        />
        {chosen && <CallDetailPanel key={chosen.row.callId} row={chosen.row} onClose={() => setChosen(null)} />}
      </div>
    </section>
  );
}
