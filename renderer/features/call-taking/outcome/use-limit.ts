import type { DueAnswer } from '../../../../shared/policy/deadline.ts';
import { useMinute } from '../../../data/clock.ts';
import { useRules } from '../../../data/rules.ts';
import { useEntry } from '../drafts.tsx';
import { forwardLimit } from '../model/ways.ts';

/** The limit a 转办 of the draft above would get now; null while that cannot be known. */
export function useForwardLimit(): DueAnswer | null {
  const rules = useRules();
  const now = useMinute('centre');
  const channel = useEntry(({ form }) => form.channel);
  const category = useEntry(({ form }) => form.category);
  const urgent = useEntry(({ form }) => form.urgent);
  return rules && forwardLimit(rules.pack, rules.calendar, { channel, category, urgent }, now);
}
