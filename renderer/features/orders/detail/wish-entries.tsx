import type { ReactNode } from 'react';
import { useUnits } from '../../../data/directory.ts';
import { isWithUnit, type Order } from '../../../../shared/domain/order.ts';
import { msOf } from '../../../../shared/instant.ts';
import { limitName } from '../../../../shared/policy/limit.ts';
import { RemainingTime } from '../../../components/remaining-time.tsx';
import { dueTime } from '../../../components/times.ts';
import { ExtensionSignature, InstructionSignature } from '../../acts/sealed.tsx';
import { Entries, Said } from './entries.tsx';
import { LIFE } from './life-text.ts';
import { Moment } from './moment.tsx';
import { Section } from './section.tsx';

/** Who has it, what was asked for on the way, and what the leaders said. T7, T9, T11, H9, H10. */
export function WishEntries({ order }: { order: Order }): ReactNode {
  const { life } = order;
  const units = useUnits();
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <>
      <Team order={order} nameOf={nameOf} />
      <Entries
        title={LIFE.returns}
        entries={life.returns.map(({ at, by, unitId, reason, basis, late, decision }) => ({
          key: at,
          title: `${nameOf(unitId)} ${LIFE.returnAsked}${late ? LIFE.late : ''}`,
          at,
          by,
          body: [reason, LIFE.basis(basis)].join('；'),
          waits: LIFE.waitsForCentre,
          answer: decision && {
            title: decision.agreed ? LIFE.agreed : LIFE.notAgreed,
            tone: decision.agreed ? 'good' : 'bad',
            at: decision.at,
            by: decision.by,
            body: decision.reason,
          },
        }))}
      />
      <Entries
        title={LIFE.extensions}
        entries={life.extensions.map((wish, index) => ({
          key: wish.at,
          title: LIFE.extensionAsked(index + 1, wish.days),
          at: wish.at,
          by: wish.by,
          body: (
            <>
              {wish.reason}
              <ExtensionSignature order={order} wish={wish} />
            </>
          ),
          waits: LIFE.waitsForCentre,
          answer: wish.decision && {
            title: wish.decision.agreed ? LIFE.granted(wish.decision.days ?? wish.days) : LIFE.notAgreed,
            tone: wish.decision.agreed ? 'good' : 'bad',
            at: wish.decision.at,
            by: wish.decision.by,
            body: wish.decision.reason,
          },
        }))}
      />
      <FirstLimit order={order} />
      <Entries
        title={LIFE.submission}
        entries={
          life.submission
            ? [
                {
                  key: life.submission.at,
                  title: LIFE.submittedTo(life.submission.to),
                  at: life.submission.at,
                  by: life.submission.by,
                  body: life.submission.report,
                  waits: LIFE.waitsForInstruction,
                  answer: life.submission.instruction && {
                    title: LIFE.instruction,
                    tone: 'good',
                    at: life.submission.instruction.at,
                    by: life.submission.instruction.by,
                    body: (
                      <>
                        {life.submission.instruction.text}
                        <InstructionSignature order={order} />
                      </>
                    ),
                  },
                },
              ]
            : []
        }
      />
    </>
  );
}

/** The lead unit and those that assist it, each with its own limit. T11. */
function Team({ order, nameOf }: { order: Order; nameOf: (id: string) => string }): ReactNode {
  const { assistants } = order.life;
  if (assistants.length === 0) return null;
  const waits = isWithUnit(order.state);
  return (
    <Section title={LIFE.units}>
      <ul className="order-entries">
        {order.unitId && (
          <li className="order-step">
            <strong>{LIFE.lead}</strong> {nameOf(order.unitId)}
          </li>
        )}
        {assistants.map(({ unitId, task, due, askedAt, askedBy, answer }) => (
          <li key={unitId} className="order-entry">
            <div className="order-step">
              <strong>{askedBy ? LIFE.askedToHelp : LIFE.assisting}</strong> {nameOf(unitId)}
              <span className="order-faint">
                {LIFE.askedAt} <Moment at={askedAt} />
              </span>
              {due && waits && !answer && <RemainingTime due={due} />}
              {waits && !answer && <span className="order-entry-waits">{LIFE.waitsForAssist}</span>}
            </div>
            {task && <div className="order-faint">{task}</div>}
            {answer && (
              <div className="order-entry-answer order-entry-good">
                <Said title={LIFE.assistAnswered} at={answer.at} by={answer.by} />
                <div className="order-step-text">{answer.text}</div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** T7: the limit the caller was told first stays in sight when a return or an extension has set another. */
function FirstLimit({ order }: { order: Order }): ReactNode {
  const { firstDeadline } = order.life;
  if (!firstDeadline || !order.deadline || firstDeadline.due === order.deadline.due) return null;
  return (
    <p className="order-first-limit order-faint">
      {LIFE.firstDeadline}：{limitName(firstDeadline.limit)}，
      <span className="num">{dueTime(msOf(firstDeadline.due))}</span> · {firstDeadline.article}
    </p>
  );
}
