import { AlertFilled, ClockCircleOutlined, HourglassOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { msOf, type Instant } from '../../shared/instant.ts';
import { useMinute } from '../data/clock.ts';
import { useRules } from '../data/rules.ts';
import { dueTime, remaining, type Remaining } from './times.ts';

const ICONS: Readonly<Record<Remaining['level'], ReactNode>> = {
  ample: <ClockCircleOutlined aria-hidden />,
  near: <HourglassOutlined aria-hidden />,
  overdue: <AlertFilled aria-hidden />,
};

/** 余 2 工作日 3 小时 / 超期 1 工作日, by the centre's clock; told by icon, word and colour alike. */
export function RemainingTime({ due }: { due: Instant }): ReactNode {
  const now = useMinute('centre');
  const ms = msOf(due);
  const { level, text } = remaining(ms, now, useRules()?.calendar);
  return (
    <span className={`remaining remaining-${level} num`} title={`办理时限 ${dueTime(ms)}`}>
      {ICONS[level]}
      {text}
    </span>
  );
}
