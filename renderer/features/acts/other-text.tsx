import { Button } from 'antd';
import type { ReactNode } from 'react';

export interface OtherTextProps {
  readonly icon: ReactNode;
  /** Where the other text is from, and when it was written. */
  readonly says: ReactNode;
  /** What it says, where that is told. */
  readonly words?: string;
  readonly take: string;
  readonly onTake: () => void;
  readonly keep: string;
  readonly onKeep: () => void;
}

/** One thing was written in two places: both texts are there, and the person says which one goes on. */
export function OtherText({ icon, says, words, take, onTake, keep, onKeep }: OtherTextProps): ReactNode {
  return (
    <div className="act-other-window" role="alert">
      <p>
        {icon} {says}
      </p>
      {words !== undefined && <blockquote>{words}</blockquote>}
      <div className="act-buttons">
        <Button size="small" onClick={onTake}>
          {take}
        </Button>
        <Button size="small" onClick={onKeep}>
          {keep}
        </Button>
      </div>
    </div>
  );
}
