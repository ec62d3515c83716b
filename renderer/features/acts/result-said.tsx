import type { ReactNode } from 'react';
import { thisTurn } from '../../../shared/domain/acts/course.ts';
import { FINDING_NAMES } from '../../../shared/domain/life.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { ResultSignature } from './sealed.tsx';
import { TEXT } from './text.ts';
import { Wish } from './wish.tsx';

/** What the unit found and did, what the caller was told, and who signed for it: what one judges by. */
export function ResultSaid({ order }: { order: Order }): ReactNode {
  const { result } = order.life;
  if (!result) return null;
  const told = thisTurn(order).replies.findLast(({ reached }) => reached);
  return (
    <Wish
      at={result.at}
      by={result.by}
      warn={null}
      facts={[
        { label: TEXT.finding, value: FINDING_NAMES[result.finding] },
        { label: TEXT.resultText, value: result.text },
        { label: TEXT.measures, value: result.measures },
        { label: TEXT.told, value: told?.text },
        { label: TEXT.signature, value: result.review?.signature && <ResultSignature order={order} /> },
      ]}
    />
  );
}
