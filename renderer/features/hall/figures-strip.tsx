import { WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { HallFigures } from '../../../shared/hall/figures.ts';
import { useHallNow } from './clock.ts';
import { TEXT } from './text.ts';
import { tilesOf } from './tiles.ts';

/** The hall in one line of figures. */
export function FiguresStrip({ figures }: { figures: HallFigures }): ReactNode {
  const now = useHallNow();
  return (
    <dl className="hall-strip" aria-label={TEXT.figures}>
      {tilesOf(figures, now).map(({ name, value, note, bad = false }) => (
        <div key={name} className={`panel hall-tile ${bad ? 'hall-tile-bad' : ''}`}>
          <dt>{name}</dt>
          <dd>
            <span className="hall-value num">{value}</span>
            <span className="hall-note num">
              {bad && <WarningFilled aria-hidden />} {note}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
