import type { ReactNode } from 'react';
import { TEXT } from './text.ts';

/** A rule's id, which leads to the rule. */
export function RuleMark({ rule, onRule }: { rule: string; onRule: (rule: string) => void }): ReactNode {
  return (
    <button
      type="button"
      className="rules-mark num"
      title={TEXT.toRule(rule)}
      aria-label={TEXT.toRule(rule)}
      onClick={() => onRule(rule)}
    >
      {rule}
    </button>
  );
}

/** Brings what was asked for into sight, once. */
export function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' });
}
