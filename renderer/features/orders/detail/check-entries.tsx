import type { ReactNode } from 'react';
import { RATING_NAMES, type FollowUp } from '../../../../shared/domain/life.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { msOf } from '../../../../shared/instant.ts';
import { duration } from '../../../components/times.ts';
import { useRules } from '../../../data/rules.ts';
import { Entries } from './entries.tsx';
import { LIFE } from './life-text.ts';

/** What pressed on the unit and what the caller thought of it: supervision, follow-ups, reviews. T13, T15, H12. */
export function CheckEntries({ order }: { order: Order }): ReactNode {
  const { supervisions, followUps, reviews } = order.life;
  const supervision = useRules()?.pack.supervision ?? null;
  const formName = (id: string): string => supervision?.forms.find((form) => form.id === id)?.name ?? id;
  const triggerName = (id: string): string => supervision?.triggers.find((trigger) => trigger.id === id)?.name ?? id;
  return (
    <>
      <Entries
        title={LIFE.supervisions}
        entries={supervisions.map(({ at, by, form, trigger, text, answer }) => ({
          key: at,
          title: `${formName(form)} · ${triggerName(trigger)}`,
          at,
          by,
          body: text,
          waits: LIFE.waitsForAnswer,
          answer: answer && { title: LIFE.answered, tone: 'plain', at: answer.at, by: answer.by, body: answer.text },
        }))}
      />
      <Entries
        title={LIFE.followUps}
        entries={followUps.map((one, index) => ({
          key: `${one.at}-${index}`,
          title: one.rating ? RATING_NAMES[one.rating] : one.reached ? LIFE.reached : LIFE.unreached,
          at: one.at,
          by: one.by,
          body: [reasonWords(one), one.note, callWords(one)].filter(Boolean).join('；'),
        }))}
      />
      <Entries
        title={LIFE.reviews}
        entries={reviews.map(({ at, by, level, reason, decision }) => ({
          key: at,
          title: LIFE.review[level],
          at,
          by,
          body: reason,
          waits: LIFE.waitsForReview,
          answer: decision && {
            title: decision.proper ? LIFE.proper : LIFE.improper,
            tone: decision.proper ? 'good' : 'bad',
            at: decision.at,
            by: decision.by,
            body: decision.text,
          },
        }))}
      />
    </>
  );
}

function reasonWords({ reasonable }: FollowUp): string {
  if (reasonable === null) return '';
  return reasonable ? LIFE.reasonable : LIFE.unreasonable;
}

/** Whether it was a call, and how long: a rating rests on having spoken. T15. */
function callWords({ call }: FollowUp): string {
  if (!call) return '';
  const from = call.source === 'exchange' ? call.answeredAt : call.startedAt;
  if (from === null) return LIFE.callUnanswered;
  return call.endedAt === null ? '' : LIFE.calledFor(duration(msOf(call.endedAt) - msOf(from)));
}
