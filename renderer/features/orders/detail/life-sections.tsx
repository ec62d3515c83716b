import type { ReactNode } from 'react';
import { useUnits } from '../../../data/directory.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { CORRECTED_NAMES, TRANSFER_NAMES } from '../../acts/text.ts';
import { AnswerEntries } from './answer-entries.tsx';
import { CheckEntries } from './check-entries.tsx';
import { Entries } from './entries.tsx';
import { LIFE } from './life-text.ts';
import { Moment } from './moment.tsx';
import { Recused } from './recused.tsx';
import { Related } from './related.tsx';
import { WishEntries } from './wish-entries.tsx';

/** Everything that has happened to an order after the call, kind by kind; kinds that never happened are not there. */
export function LifeSections({ order }: { order: Order }): ReactNode {
  const { life } = order;
  const units = useUnits();
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <>
      <WishEntries order={order} />
      <AnswerEntries order={order} />
      <CheckEntries order={order} />
      <Entries
        title={LIFE.meetings}
        entries={life.meetings.map(({ at, by, heldAt, attendees, text }, index) => ({
          key: `${at}-${index}`,
          title: attendees,
          at,
          by,
          body: (
            <>
              <div className="order-faint">
                {LIFE.heldAt}
                <Moment at={heldAt} />
              </div>
              {text}
            </>
          ),
        }))}
      />
      <Entries
        title={LIFE.transfer}
        entries={
          life.transfer
            ? [
                {
                  key: life.transfer.at,
                  title: `${TRANSFER_NAMES[life.transfer.body]} · ${life.transfer.name}`,
                  at: life.transfer.at,
                  by: life.transfer.by,
                  body: life.transfer.reason,
                },
              ]
            : []
        }
      />
      <Entries
        title={LIFE.liability}
        entries={life.liability.map(({ at, by, name, unitId, text }, index) => ({
          key: `${at}-${index}`,
          title: [name, unitId && nameOf(unitId)].filter(Boolean).join(' · '),
          at,
          by,
          body: text,
        }))}
      />
      <Entries
        title={LIFE.corrections}
        entries={life.corrections.map(({ at, by, field, before, after, reason }, index) => ({
          key: `${at}-${index}`,
          title: CORRECTED_NAMES[field],
          at,
          by,
          body: `${LIFE.correctedTo(before, after)}；${reason}`,
        }))}
      />
      <Recused order={order} />
      <Related order={order} />
    </>
  );
}
