import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { HISTORY_NAMES, type HistoryEntry } from '../../../../shared/domain/order.ts';
import { Moment } from './moment.tsx';
import { DETAIL } from '../text.ts';
import { Section } from './section.tsx';

const COLOURS: Readonly<Record<HistoryEntry['kind'], 'blue' | 'green' | 'red' | 'gray'>> = {
  received: 'blue',
  answeredImmediately: 'green',
  directAttempt: 'gray',
  answeredDirectly: 'green',
  forwarded: 'blue',
  refused: 'gray',
  supplemented: 'blue',
  urged: 'red',
  replied: 'green',
  closed: 'green',
};

/** 办理过程: every step with who, when and the article it rests on; the latest first, as one asks "how far is it?". */
export function Course({ history }: { history: readonly HistoryEntry[] }): ReactNode {
  return (
    <Section title={DETAIL.course}>
      <Timeline
        className="order-course"
        items={history.toReversed().map((entry, index) => ({
          key: `${entry.at}-${history.length - index}`,
          color: COLOURS[entry.kind],
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
