import { PhoneFilled, UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { may } from '../../../../shared/domain/people.ts';
import { maskPhone } from '../../../../shared/text/mask.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { Masked } from '../../../components/masked.tsx';
import { TextSkeleton } from '../../../components/skeletons.tsx';
import { useLive } from '../../../data/live.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { KeyHint, useChord, useKey, useTip } from '../../../keys/keys.ts';
import { useDrafts, useDraftStore } from '../drafts.tsx';
import { activeEntry } from '../model/draft-state.ts';
import { hidePerson, revealPerson, useRevealed, useRevealFailure } from '../reveal.ts';
import { CALLER } from '../text.ts';
import { CallerOrders } from './caller-orders.tsx';

export interface CallerCardProps {
  readonly phone: string;
  readonly ringing: boolean;
  /** The draft this caller is written in; null while it only rings. */
  readonly orderId: OrderId | null;
  readonly active: boolean;
}

/** What is known of a number: masked, with a logged look a key away. */
export function CallerCard({ phone, ringing, orderId, active }: CallerCardProps): ReactNode {
  const desk = useDesk();
  const store = useDraftStore();
  const person = useRevealed(orderId, phone);
  const refused = useRevealFailure(orderId);
  const mayReveal = useLive(({ session }) => session !== null && may(session.actor, 'personal.reveal'));
  const { data, failure } = useDeskQuery({
    key: ['caller', phone],
    tables: ['orders'],
    run: (client) => client.callers.lookup({ phone }),
  });
  const canReveal = mayReveal && orderId !== null;
  const reveal = (): void => {
    if (orderId) void revealPerson(desk, orderId, phone);
  };
  const chord = useChord('reveal');
  const carryTip = useTip('carryOver', CALLER.carryOverHint);
  const lacksName = useDrafts((state) => activeEntry(state)?.form.caller.name === '');
  const lacksAddress = useDrafts((state) => activeEntry(state)?.form.caller.address === '');
  const canCarry =
    canReveal && data !== undefined && ((lacksName && data.name !== '') || (lacksAddress && data.address !== ''));
  useKey('reveal', () => (person ? hidePerson() : reveal()), active && canReveal);

  async function carryOver(): Promise<void> {
    if (!orderId) return;
    const known = person ?? (await revealPerson(desk, orderId, phone));
    const entry = activeEntry(store.getState());
    if (!known || entry?.orderId !== orderId) return;
    const { caller } = entry.form;
    store.getState().edit(
      entry.id,
      {
        caller: { ...caller, name: caller.name || known.name, address: caller.address || known.address },
        ...(data?.identity === 'anonymous' ? { identity: 'anonymous' } : {}),
      },
      ['callerName', 'callerAddress'],
    );
  }

  useKey('carryOver', () => void carryOver(), active && canCarry);

  const masks = { chord, revealed: person !== null, onReveal: canReveal ? reveal : undefined, onHide: hidePerson };
  return (
    <section className="ct-card" data-ringing={ringing} aria-label={ringing ? CALLER.ringing : CALLER.card}>
      <h2 className="ct-card-number">
        {ringing && <PhoneFilled className="ct-ringing" aria-hidden />}
        <span className="visually-hidden">{ringing ? CALLER.ringing : CALLER.card}</span>
        <span className="key-host">
          <Masked value={person?.phone ?? maskPhone(phone)} label={CALLER.phone} {...masks} />
          {canReveal && <KeyHint action="reveal" />}
        </span>
      </h2>
      {failure && !data && <FailureNote failure={failure} />}
      {refused && <FailureNote failure={refused} look="line" />}
      {!data && !failure && <TextSkeleton rows={3} />}
      {data && data.recent.length === 0 && data.open.length === 0 && <p className="muted">{CALLER.first}</p>}
      {data && (data.recent.length > 0 || data.open.length > 0) && (
        <>
          <p className="ct-card-line">
            <b>{(person?.name ?? data.name) || CALLER.noName}</b>
            {data.name !== '' && data.identity && <span className="muted">{CALLER.identity[data.identity]}</span>}
            {canCarry && (
              <Button
                className="ct-carry"
                size="small"
                type="link"
                icon={<UserAddOutlined aria-hidden />}
                title={carryTip}
                onClick={() => void carryOver()}
              >
                {CALLER.carryOver}
                <KeyHint action="carryOver" />
              </Button>
            )}
          </p>
          <p className="ct-card-line muted">{(person?.address ?? data.address) || CALLER.noAddress}</p>
          <p className="ct-card-line num">{CALLER.counts(data.callsThisMonth, data.open.length)}</p>
        </>
      )}
      {data && (
        <CallerOrders open={data.open} recent={data.recent} active={active && !ringing} writable={orderId !== null} />
      )}
    </section>
  );
}
