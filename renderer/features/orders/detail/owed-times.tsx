import { ExclamationCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Order } from '../../../../shared/domain/order.ts';
import { owedTimes } from '../../../../shared/domain/owed-times.ts';
import { instant } from '../../../../shared/instant.ts';
import { RemainingTime } from '../../../components/remaining-time.tsx';
import { dueTime } from '../../../components/times.ts';
import { useRules } from '../../../data/rules.ts';
import { OWED_NAMES } from '../text.ts';

/** What is to be done by a time of its own, besides the limit: a first word, the procedure, the archive. H4, Z5, T10, T14. */
export function OwedTimes({ order }: { order: Order }): ReactNode {
  const rules = useRules();
  if (!rules) return null;
  return owedTimes(order, rules).map(({ kind, dueMs, article }) => (
    <div className="order-owed" key={kind}>
      <ExclamationCircleOutlined aria-hidden />
      <span>{OWED_NAMES[kind]}</span>
      <RemainingTime due={instant(dueMs)} />
      <span>
        {/* A day ends at 24:00, which people say as the day before midnight. */}
        <span className="num">{dueTime(dueMs)}</span> 止
      </span>
      <span className="order-faint">{article}</span>
    </div>
  ));
}
