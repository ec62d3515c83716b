import { Button, DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { addDays } from '../../../shared/policy/calendar.ts';
import { beijingDate } from '../../../shared/instant.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useMinute } from '../../data/clock.ts';
import { useRules } from '../../data/rules.ts';
import { useDeed } from '../../data/use-deed.ts';
import { TEXT } from './text.ts';

const DAY = 'YYYY-MM-DD';
/** What is usually asked about: the last four weeks. */
const BACK = -28;
const SIZE = 20;

/** 抽取回访: finished orders of a period, drawn for the queue, where the city asks only a sample. H6, H15. */
export function Sample(): ReactNode {
  const rule = useRules()?.pack.followUp ?? null;
  return rule?.coverage === 'sample' ? <Draw article={rule.article} /> : <EmptyState text={TEXT.sampleNone} />;
}

function Draw({ article }: { article: string }): ReactNode {
  const today = beijingDate(useMinute('centre'));
  const [period, setPeriod] = useState(() => ({ from: addDays(today, BACK), to: today }));
  const [size, setSize] = useState(SIZE);
  const [seed, setSeed] = useState('');
  const [done, setDone] = useState<string | null>(null);
  const { busy, failure, act } = useDeed();
  const draw = (): Promise<boolean> => {
    setDone(null);
    return act(async ({ office }) => {
      const sample = await office.drawSample({ ...period, size, seed: seed.trim() === '' ? null : seed.trim() });
      setDone(TEXT.sampleDone(sample.population, sample.drawn, sample.seed));
    });
  };
  return (
    <div className="work-panel">
      <p className="order-faint">{TEXT.sampleHint(article)}</p>
      <form
        className="work-panel-head"
        aria-label={TEXT.sample}
        onSubmit={(event) => {
          event.preventDefault();
          void draw();
        }}
      >
        <span>{TEXT.samplePeriod}</span>
        <DatePicker.RangePicker
          aria-label={TEXT.samplePeriod}
          allowClear={false}
          value={[dayjs(period.from), dayjs(period.to)]}
          onChange={(days) => {
            const [from, to] = days ?? [];
            if (from && to) setPeriod({ from: from.format(DAY), to: to.format(DAY) });
          }}
        />
        <label>
          {TEXT.sampleSize} {/* antd names the arrows in English. */}
          <InputNumber
            value={size}
            min={1}
            max={500}
            precision={0}
            controls={false}
            onChange={(value) => value !== null && setSize(value)}
          />
        </label>
        <label>
          {TEXT.sampleSeed}{' '}
          <Input
            className="work-search"
            value={seed}
            maxLength={60}
            placeholder={TEXT.sampleSeedHint}
            onChange={({ target }) => setSeed(target.value)}
          />
        </label>
        <Button type="primary" htmlType="submit" loading={busy}>
          {TEXT.sample}
        </Button>
      </form>
      {done && <output className="order-good">{done}</output>}
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
