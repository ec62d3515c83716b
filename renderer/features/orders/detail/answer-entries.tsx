import type { ReactNode } from 'react';
import { useUnits } from '../../../data/directory.ts';
import { CONTACT_HOW_NAMES, FINDING_NAMES, type CallerReply } from '../../../../shared/domain/life.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { ResultSignature } from '../../acts/sealed.tsx';
import { TEXT } from '../../acts/text.ts';
import { Entries } from './entries.tsx';
import { LIFE, REDO_SOURCES } from './life-text.ts';

/** Every word with the caller, what they were told, what the unit reported, who read and checked it. H4, Z5, H5, T12, J9, J22. */
export function AnswerEntries({ order }: { order: Order }): ReactNode {
  const { contacts, replies, result, inspections, redos } = order.life;
  const units = useUnits();
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <>
      <Entries
        title={LIFE.contacts}
        entries={contacts.map((contact, index) => ({
          key: `${contact.at}-${index}`,
          title: `${CONTACT_HOW_NAMES[contact.how]} ${contact.reached ? LIFE.reached : LIFE.unreached}`,
          at: contact.at,
          by: contact.by,
          body: contact.text,
        }))}
      />
      <Entries
        title={LIFE.replies}
        entries={replies.map((reply, index) => ({
          key: `${reply.at}-${index}`,
          title: reply.reached ? CONTACT_HOW_NAMES[reply.how] : `${CONTACT_HOW_NAMES[reply.how]} ${LIFE.unreached}`,
          at: reply.at,
          by: reply.by,
          body: replyWords(reply),
        }))}
      />
      <Entries
        title={LIFE.result}
        entries={
          result
            ? [
                {
                  key: result.at,
                  title: FINDING_NAMES[result.finding],
                  at: result.at,
                  by: result.by,
                  body: [result.text, result.measures && `${LIFE.measures}${result.measures}`]
                    .filter(Boolean)
                    .join('\n'),
                  ...(order.state === 'leaderReview' ? { waits: LIFE.waitsForLeader, answer: null } : {}),
                  ...(result.review
                    ? {
                        answer: {
                          title: result.review.approved ? LIFE.reviewed : LIFE.sentBack,
                          tone: result.review.approved ? ('good' as const) : ('bad' as const),
                          at: result.review.at,
                          by: result.review.by,
                          body: (
                            <>
                              {result.review.reason}
                              <ResultSignature order={order} />
                            </>
                          ),
                        },
                      }
                    : {}),
                },
              ]
            : []
        }
      />
      <Entries
        title={LIFE.inspections}
        entries={inspections.map(({ at, by, facts, nature, handled, reason }) => {
          const answers = { facts, nature, handled };
          const failed = QUESTIONS.filter((question) => !answers[question]).map((question) => TEXT.questions[question]);
          return {
            key: at,
            title: failed.length === 0 ? LIFE.passed : LIFE.failed(failed.join('、')),
            at,
            by,
            body: reason,
          };
        })}
      />
      <Entries
        title={LIFE.redos}
        entries={redos.map(({ at, by, source, unitId, reason }) => ({
          key: at,
          title: `${REDO_SOURCES[source]} · ${nameOf(unitId)}`,
          at,
          by,
          body: reason,
        }))}
      />
    </>
  );
}

const QUESTIONS = ['facts', 'nature', 'handled'] as const;

function replyWords({ text, adoption }: CallerReply): string {
  if (!adoption) return text;
  return [text, adoption.adopted ? LIFE.adopted : LIFE.notAdopted, adoption.reason, adoption.nextSteps]
    .filter(Boolean)
    .join('；');
}
