import './acts.css';
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Order } from '../../../shared/domain/order.ts';
import { msOf, type Instant } from '../../../shared/instant.ts';
import { clockTimeSeconds } from '../../components/times.ts';
import { KeyHint, useChord, useKey, type KeyAction } from '../../keys/keys.ts';
import { useBegunActs } from './act-draft.ts';
import { ACT_FORMS } from './act-forms.ts';
import { ActMenu } from './act-menu.tsx';
import type { FormAct } from './form-acts.ts';
import type { Bench } from './judge.ts';
import { Objection } from './objection.tsx';
import { offersOf, type Offer } from './offers.ts';
import { TEXT } from './text.ts';
import { useBench } from './use-bench.ts';

export interface ActBarProps {
  readonly order: Order;
  /** The screen is the one in front: its keys answer. */
  readonly inFront: boolean;
}

/** What this person can do with the order now, the pressing act first; the rest, and why not, under 更多. */
export function ActBar({ order, inFront }: ActBarProps): ReactNode {
  const bench = useBench(order);
  return bench && <Bar bench={bench} inFront={inFront} />;
}

/** Those an operator with a caller on the line reaches for have a key of their own. */
const KEYS: Partial<Record<FormAct, KeyAction>> = { 'order.supplement': 'supplement', 'order.urge': 'urge' };

function Bar({ bench, inFront }: { bench: Bench; inFront: boolean }): ReactNode {
  const begun = useBegunActs(bench.order.id);
  const [open, setOpen] = useState<FormAct | null>(null);
  const [done, setDone] = useState<{ readonly name: string; readonly at: Instant } | null>(null);
  const offers = offersOf(bench);
  const { primary, usual, rare, barred, foreign } = offers;
  const all = [primary, ...usual, ...rare, ...barred].filter((offer) => offer !== null);
  const current = all.find(({ type }) => type === open) ?? null;
  const toggle = (type: FormAct): void => {
    setDone(null);
    setOpen(open === type ? null : type);
  };
  const start = (type: FormAct): void => {
    if (all.some((offer) => offer.type === type)) toggle(type);
  };
  useKey('primary', () => primary && toggle(primary.type), inFront && open === null && primary !== null);
  useKey('supplement', () => start('order.supplement'), inFront);
  useKey('urge', () => start('order.urge'), inFront);
  const Form = current && !current.objection ? ACT_FORMS[current.type] : null;
  return (
    <section className="act-bar" aria-label={TEXT.acts}>
      <div className="act-buttons">
        {primary && <ActButton offer={primary} open={open} begun={begun} action="primary" primary onStart={toggle} />}
        {usual.map((offer) => (
          <ActButton
            key={offer.type}
            offer={offer}
            open={open}
            begun={begun}
            action={KEYS[offer.type]}
            onStart={toggle}
          />
        ))}
        <ActMenu rare={rare} barred={barred} foreign={foreign} onStart={toggle} />
        {done && <output className="order-good">{TEXT.saved(done.name, clockTimeSeconds(msOf(done.at)))}</output>}
      </div>
      {current?.objection && (
        <Objection objection={current.objection} inFront={inFront} onClose={() => setOpen(null)} />
      )}
      {current && Form && (
        <Form
          key={current.type}
          bench={bench}
          inFront={inFront}
          onCancel={() => setOpen(null)}
          onDone={(at) => {
            setDone({ name: current.name, at });
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

interface ActButtonProps {
  readonly offer: Offer;
  readonly open: FormAct | null;
  /** Acts whose form has been written in and not given. */
  readonly begun: readonly string[];
  readonly action: KeyAction | undefined;
  readonly primary?: boolean;
  readonly onStart: (type: FormAct) => void;
}

function ActButton({ offer, open, begun, action, primary = false, onStart }: ActButtonProps): ReactNode {
  const { type, name } = offer;
  const halfWritten = begun.includes(type) && open !== type;
  return (
    <Button
      type={primary && open === null ? 'primary' : 'default'}
      aria-expanded={open === type}
      onClick={() => onStart(type)}
      {...(halfWritten ? { title: TEXT.begun, icon: <EditOutlined aria-hidden /> } : {})}
    >
      {name}
      {action && open === null && <ActKey action={action} />}
    </Button>
  );
}

function ActKey({ action }: { action: KeyAction }): ReactNode {
  const chord = useChord(action);
  return action === 'primary' ? (
    <kbd className="key-inline" aria-hidden>
      {chord}
    </kbd>
  ) : (
    <KeyHint action={action} />
  );
}
