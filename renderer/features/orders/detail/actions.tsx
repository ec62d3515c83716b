import { FieldTimeOutlined, PlusCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Order } from '../../../../shared/domain/order.ts';
import { may } from '../../../../shared/domain/people.ts';
import { msOf, type Instant } from '../../../../shared/instant.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { clockTimeSeconds } from '../../../components/times.ts';
import { useLive } from '../../../data/live.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { KeyHint, useChord, useKey } from '../../../keys/keys.ts';
import { DETAIL } from '../text.ts';
import { AdditionForm } from './addition-form.tsx';
import { objection, type Addition } from './objections.ts';

/** 补充诉求 and 催办: what an operator adds to an order that already runs. */
export function Actions({ order, inFront }: { order: Order; inFront: boolean }): ReactNode {
  const [open, setOpen] = useState<Addition | null>(null);
  // Both texts outlive closing the form: Escape goes a step back and loses nothing.
  const [texts, setTexts] = useState<Readonly<Record<Addition, string>>>({ supplement: '', urge: '' });
  const [saved, setSaved] = useState<{ what: Addition; at: Instant } | null>(null);
  const permitted = useLive(({ session }) => session !== null && may(session.actor, 'order.create'));
  const { data: policy } = useDeskQuery({ key: ['policy'], tables: ['centre'], run: (desk) => desk.policy.preview() });
  const urgeArticle = policy?.modes.find(({ mode }) => mode === 'urge')?.article ?? null;
  const start = (what: Addition): void => {
    setSaved(null);
    setOpen(open === what ? null : what);
  };
  useKey('supplement', () => start('supplement'), inFront && permitted);
  useKey('urge', () => start('urge'), inFront && permitted);
  const chords: Readonly<Record<Addition, string>> = { supplement: useChord('supplement'), urge: useChord('urge') };
  if (!permitted) return null;
  const against = open && objection(order, open, urgeArticle);
  return (
    <div className="order-actions">
      <div className="order-action-line">
        {(['supplement', 'urge'] as const).map((what) => (
          <Button
            key={what}
            icon={what === 'urge' ? <FieldTimeOutlined aria-hidden /> : <PlusCircleOutlined aria-hidden />}
            title={`${DETAIL[what]} (${chords[what]})`}
            aria-expanded={open === what}
            onClick={() => start(what)}
          >
            {DETAIL[what]}
            <KeyHint action={what} />
          </Button>
        ))}
        {saved && (
          <output className="order-good">{DETAIL.saved(DETAIL[saved.what], clockTimeSeconds(msOf(saved.at)))}</output>
        )}
      </div>
      {against && <FailureNote failure={against} />}
      {open && !against && (
        <AdditionForm
          key={open}
          order={order}
          what={open}
          text={texts[open]}
          inFront={inFront}
          onText={(text) => setTexts({ ...texts, [open]: text })}
          onCancel={() => setOpen(null)}
          onSaved={(at) => {
            setTexts({ ...texts, [open]: '' });
            setSaved({ what: open, at });
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}
