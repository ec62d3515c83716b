import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { usePreferences } from '../../data/preferences.ts';
import { DARK, LIGHT } from '../../theme/palette.ts';
import { useLook, type Look } from '../../theme/theme.ts';
import { saidValue, type ChartData } from './chart-data.ts';
import type { ChartInk, openChart } from './draw-chart.ts';

type Open = ReturnType<typeof openChart>;

export interface ChartProps {
  /** What a screen reader says before the values. */
  readonly label: string;
  readonly data: ChartData;
  readonly onPick: (key: string) => void;
}

/** A chart; what draws it comes with the first one that is looked at. */
export function Chart({ label, data, onPick }: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const look = useLook(usePreferences(({ theme }) => theme));
  const pick = useEffectEvent(onPick);
  useEffect(() => {
    let over = false;
    let opened: Open | null = null;
    const watch = new ResizeObserver(() => opened?.resize());
    const begin = async (): Promise<void> => {
      const { openChart: openOne } = await import('./draw-chart.ts');
      if (over || !place.current) return;
      opened = openOne(place.current, (key) => pick(key));
      watch.observe(place.current);
      setOpen(opened);
    };
    void begin();
    return () => {
      over = true;
      watch.disconnect();
      opened?.close();
    };
  }, []);
  useEffect(() => open?.draw(data, inkOf(look)), [open, data, look]);
  const values = data.points.map(({ name, value }) => `${name} ${saidValue(value, data.rate)}`);
  return (
    <>
      {!open && <ListSkeleton rows={6} height={36} />}
      <div ref={place} className="reports-chart" role="img" aria-label={`${label}：${values.join('，')}`} />
    </>
  );
}

function inkOf(look: Look): ChartInk {
  const { text, textSoft, border, accent } = look === 'dark' ? DARK : LIGHT;
  const font = getComputedStyle(document.body).fontFamily;
  return { ink: text, soft: textSoft, line: border, fill: accent, font };
}
