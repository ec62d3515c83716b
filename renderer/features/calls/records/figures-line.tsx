import type { ReactNode } from 'react';
import type { Instant } from '../../../../shared/instant.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { duration } from '../../../components/times.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { rateText } from '../model.ts';
import { FIGURES } from '../text.ts';

/** GB/T 33358: at least this share of callers is answered. */
const GOAL = 0.95;

/** How callers were served in these days. */
export function FiguresLine({ from, to, enabled }: { from: Instant; to: Instant; enabled: boolean }): ReactNode {
  const { data, failure, refresh } = useDeskQuery({
    key: ['call-figures', from, to],
    tables: ['calls'],
    run: (desk) => desk.calls.figures({ from, to }),
    enabled,
    keepAcrossKeys: true,
  });
  if (failure) return <FailureNote failure={failure} look="line" onRetry={refresh} />;
  if (!data) return <span />;
  const { offered, answered, abandoned, refused, unknown, within15 } = data;
  const time = (ms: number | null): string => (ms === null ? '—' : duration(ms));
  const low = offered > 0 && answered / offered < GOAL;
  const figures: readonly (readonly [name: string, value: string, low?: boolean])[] = [
    [FIGURES.offered, String(offered)],
    [FIGURES.answered, String(answered)],
    [FIGURES.rate, rateText(answered, offered), low],
    [FIGURES.within15, rateText(within15, answered)],
    [FIGURES.abandoned, String(abandoned)],
    [FIGURES.refused, String(refused)],
    ...(unknown > 0 ? [[FIGURES.unknown, String(unknown)] as const] : []),
    [FIGURES.answerWait, time(data.answerWaitMs)],
    [FIGURES.longestWait, time(data.longestWaitMs)],
    [FIGURES.talk, time(data.talkMs)],
  ];
  return (
    <dl className="calls-figures panel" aria-label={FIGURES.title}>
      {figures.map(([name, value, isLow]) => (
        <div key={name} data-low={isLow ?? false}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
