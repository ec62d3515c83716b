import type { ReactNode } from 'react';
import type { Order } from '../../../../shared/domain/order.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { CORRECTED_NAMES, TRANSFER_NAMES } from '../../acts/text.ts';
import { AnswerEntries } from './answer-entries.tsx';
import { CheckEntries } from './check-entries.tsx';
import { Entries } from './entries.tsx';
import { LIFE } from './life-text.ts';
import { Section } from './section.tsx';
import { WishEntries } from './wish-entries.tsx';

/** Everything that has happened to an order after the call, kind by kind; kinds that never happened are not there. */
export function LifeSections({ order }: { order: Order }): ReactNode {
  const { life } = order;
  return (
    <>
      <WishEntries order={order} />
      <AnswerEntries order={order} />
      <CheckEntries order={order} />
      <Entries
        title={LIFE.meetings}
        entries={life.meetings.map(({ at, by, attendees, text }, index) => ({
          key: `${at}-${index}`,
          title: attendees,
          at,
          by,
          body: text,
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
        entries={life.liability.map(({ at, by, name, text }, index) => ({
          key: `${at}-${index}`,
          title: name,
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
      <Related order={order} />
    </>
  );
}

/** The order that this one went into or came out of. */
function Related({ order: { life } }: { order: Order }): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  const links = [
    { label: LIFE.mergedInto, id: life.mergedInto },
    { label: LIFE.splitFrom, id: life.splitFrom },
  ].filter(({ id }) => id !== null);
  if (links.length === 0) return null;
  return (
    <Section title={LIFE.related}>
      {links.map(({ label, id }) => (
        <p key={label}>
          {label}{' '}
          <button type="button" className="order-article" onClick={() => go('orders', { orderId: id ?? '' })}>
            {LIFE.open}
          </button>
        </p>
      ))}
    </Section>
  );
}
