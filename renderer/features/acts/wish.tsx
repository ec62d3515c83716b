import { WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Author } from '../../../shared/domain/people.ts';
import type { Instant } from '../../../shared/instant.ts';
import { Moment } from '../orders/detail/moment.tsx';
import { Facts, type Fact } from '../orders/detail/section.tsx';

export interface WishProps {
  readonly at: Instant;
  readonly by: Author;
  /** What speaks against it, in words. */
  readonly warn: string | null;
  readonly facts: readonly Fact[];
}

/** What is asked and by whom, above the form that answers it. */
export function Wish({ at, by, warn, facts }: WishProps): ReactNode {
  return (
    <div className="act-wish">
      <div className="order-faint">
        {by.name} <span className="num">{by.jobNumber}</span> · <Moment at={at} />
      </div>
      {warn && (
        <p className="act-warn">
          <WarningOutlined aria-hidden /> {warn}
        </p>
      )}
      <Facts facts={facts} />
    </div>
  );
}
