import { SwapOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { useEntry } from '../drafts.tsx';
import { DRAFT } from '../text.ts';

/** Whose draft this was, where a supervisor has handed it on. */
export function HandedNote(): ReactNode {
  const handed = useEntry((entry) => entry.handed);
  if (!handed) return null;
  const { from, by, at } = handed;
  return (
    <p className="ct-handed" role="note">
      <SwapOutlined aria-hidden /> {DRAFT.handed(`${from.jobNumber} ${from.name}`, `${by.jobNumber} ${by.name}`)}{' '}
      <RelativeTime at={at} />
    </p>
  );
}
