import { DesktopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { msOf, type Instant } from '../../../shared/instant.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { clockTime } from '../../components/times.ts';
import { OtherText } from '../acts/other-text.tsx';
import { SHEET } from './text.ts';
import type { ScoreInHand } from './use-written-score.ts';

/** Two desks have written the same score: one goes on, first the newer, and the other is there until the person is done with it. */
export function OtherDesk({ score }: { score: ScoreInHand }): ReactNode {
  const { other } = score.written;
  if (!other) return null;
  return (
    <OtherText
      icon={<DesktopOutlined aria-hidden />}
      says={
        <>
          {SHEET.twoDesks(other.here, other.inHandAt >= other.at)} <RelativeTime at={other.at} />
        </>
      }
      take={SHEET.takeOther}
      onTake={score.takeOther}
      keep={SHEET.goOn}
      onKeep={score.dropOther}
    />
  );
}

/** Where what is written lies: at this desk first, and at the centre for any other. */
export function Kept({ score, before }: { score: ScoreInHand; before: Instant | null }): ReactNode {
  const { written, copy } = score;
  const savedAt = before !== null && (copy.savedAt === null || before > copy.savedAt) ? before : copy.savedAt;
  if (written.changedAt !== null) return <span className="faint">{copy.failure ? SHEET.keptHere : SHEET.keeping}</span>;
  if (savedAt === null) return null;
  return (
    <span className="faint num" title={SHEET.anyDesk}>
      {SHEET.keptAtCentre(clockTime(msOf(savedAt)))}
    </span>
  );
}
