import type { ReactNode } from 'react';
import type { HallFigures } from '../../../shared/hall/figures.ts';
import type { HallSettings } from '../../../shared/hall/settings.ts';
import { beijingMinute, msOf } from '../../../shared/instant.ts';
import { ForecastPanel } from './forecast-panel.tsx';
import { HoursChart } from './hours-chart.tsx';

/** The day by hour, and what comes. */
export function DataView({ figures, settings }: { figures: HallFigures; settings: HallSettings | null }): ReactNode {
  return (
    <div className="hall-data">
      <HoursChart hours={figures.hours} hour={Math.floor(beijingMinute(msOf(figures.at)) / 60)} />
      <ForecastPanel forecast={figures.forecast} within15={settings?.within15Percent ?? null} />
    </div>
  );
}
