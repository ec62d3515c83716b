import type { ReactNode } from 'react';
import { SHEET } from './text.ts';

/** What a line of a form is called, and whether the appeal is about it. @param title said when the hand rests on it */
export function RowName({ name, appealed, title }: { name: string; appealed: boolean; title?: string }): ReactNode {
  return (
    <span className="scoring-item-name" title={title}>
      {name}
      {appealed && <span className="scoring-appealed">{SHEET.appealed}</span>}
    </span>
  );
}
