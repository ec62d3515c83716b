import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { HISTORY_NAMES, type HistoryEntry } from '../../../../shared/domain/order.ts';
import { Moment } from './moment.tsx';
import { DETAIL } from '../text.ts';
import { Section } from './section.tsx';

type Kind = HistoryEntry['kind'];

const GOOD: ReadonlySet<Kind> = new Set([
  'answeredImmediately',
  'answeredDirectly',
  'replied',
  'callerReplied',
  'closed',
  'archived',
]);
const BAD: ReadonlySet<Kind> = new Set(['urged', 'supervised', 'redone', 'liabilityFlagged']);
const QUIET: ReadonlySet<Kind> = new Set(['directAttempt', 'refused', 'printed', 'corrected']);

function colourOf(kind: Kind): 'blue' | 'green' | 'red' | 'gray' {
  if (GOOD.has(kind)) return 'green';
  if (BAD.has(kind)) return 'red';
  return QUIET.has(kind) ? 'gray' : 'blue';
}

/** 办理过程: every step with who, when and the article it rests on; the latest first, as one asks "how far is it?". */
export function Course({ history }: { history: readonly HistoryEntry[] }): ReactNode {
  return (
    <Section title={DETAIL.course}>
      <Timeline
        className="order-course"
        items={history.toReversed().map((entry, index) => ({
          key: `${entry.at}-${history.length - index}`,
          color: colourOf(entry.kind),
          content: <Step entry={entry} />,
        }))}
      />
    </Section>
  );
}

function Step({ entry }: { entry: HistoryEntry }): ReactNode {
  const { at, by, kind, text, citation } = entry;
  return (
    <>
      <div className="order-step">
        <strong>{HISTORY_NAMES[kind]}</strong>
        <Moment at={at} />
        <span className="order-faint">
          {by.name} <span className="num">{by.jobNumber}</span>
        </span>
      </div>
      {text && <div className="order-step-text">{text}</div>}
      {citation && <div className="order-citation">{citation.article}</div>}
    </>
  );
}
