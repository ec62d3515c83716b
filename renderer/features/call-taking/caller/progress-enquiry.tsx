import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { enquirySchema, type Progress } from '../../../../shared/domain/progress.ts';
import { msOf } from '../../../../shared/instant.ts';
import { dueSaid } from '../../../components/due.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { useNow } from '../../../data/clock.ts';
import { useDeed } from '../../../data/use-deed.ts';
import { PROGRESS } from '../text.ts';

type Answer = Progress | 'nothing' | 'wrong' | null;

/** 进度查询: a caller gives number and last four digits, and is told what may be told; the look is on record. T5, T2. */
export function ProgressEnquiry(): ReactNode {
  const { act, busy, failure } = useDeed();
  const [number, setNumber] = useState('');
  const [phone4, setPhone4] = useState('');
  const [answer, setAnswer] = useState<Answer>(null);
  const ask = async (): Promise<void> => {
    const asked = enquirySchema.safeParse({ number, phone4: phone4.trim() });
    if (!asked.success) return setAnswer('wrong');
    await act(async (desk) => setAnswer((await desk.orders.progress(asked.data)) ?? 'nothing'));
  };
  return (
    <section className="ct-progress" aria-label={PROGRESS.title}>
      <h3>{PROGRESS.title}</h3>
      <div className="ct-progress-fields">
        <Input
          aria-label={PROGRESS.number}
          placeholder={PROGRESS.number}
          className="num"
          maxLength={40}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
          onPressEnter={() => void ask()}
        />
        <Input
          aria-label={PROGRESS.digits}
          placeholder={PROGRESS.digits}
          className="num"
          inputMode="numeric"
          maxLength={4}
          value={phone4}
          onChange={({ target }) => setPhone4(target.value)}
          onPressEnter={() => void ask()}
        />
        <Button loading={busy} onClick={() => void ask()}>
          {PROGRESS.ask}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} look="line" />}
      <output>{!failure && answer !== null && <Said answer={answer} />}</output>
    </section>
  );
}

function Said({ answer }: { answer: NonNullable<Answer> }): ReactNode {
  const now = useNow();
  if (typeof answer === 'string') return <p className="muted">{PROGRESS[answer]}</p>;
  const { number, stage, state, unit, due } = answer;
  return (
    <>
      <p className="ct-progress-said">
        {PROGRESS.say(number, stage, unit, due === null ? '' : dueSaid(msOf(due), now))}
      </p>
      <p className="faint">{PROGRESS.state(state)}</p>
    </>
  );
}
