import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as include, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { saidValue, type ChartData } from './chart-data.ts';

// Only what is drawn here becomes part of the program. Tooltips are left out: they would write styles into the page.
include([BarChart, LineChart, GridComponent, CanvasRenderer]);

/** From one bar to the next, px. */
const BAR = 40;

/** What a chart is drawn with; on paper black on white. */
export interface ChartInk {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly fill: string;
  readonly font: string;
}

export const PAPER_INK: ChartInk = {
  ink: '#000000',
  soft: '#333333',
  line: '#bbbbbb',
  fill: '#595959',
  font: 'serif',
};

/** Draws into an element, anew at each call. @returns what ends it */
export function openChart(
  element: HTMLElement,
  onPick: (key: string) => void,
): {
  readonly draw: (data: ChartData, ink: ChartInk) => void;
  readonly resize: () => void;
  readonly close: () => void;
} {
  const chart = init(element, null, { renderer: 'canvas' });
  let shown: ChartData | null = null;
  chart.on('click', ({ dataIndex }) => {
    const point = shown?.points[dataIndex];
    if (point) onPick(point.key);
  });
  return {
    draw: (data, ink) => {
      shown = data;
      paint(chart, data, ink);
    },
    resize: () => chart.resize(),
    close: () => chart.dispose(),
  };
}

/** The same as a picture for paper. @param width @param height CSS pixels */
export function chartPicture(data: ChartData, width: number, height: number): string {
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', width, height });
  paint(chart, data, PAPER_INK);
  const url = chart.getDataURL({ type: 'png', pixelRatio: 3, backgroundColor: '#ffffff' });
  chart.dispose();
  return url;
}

function paint(chart: EChartsType, { kind, rate, points }: ChartData, ink: ChartInk): void {
  const text = { color: ink.ink, fontFamily: ink.font, fontSize: 13 };
  const said = (value: unknown): string => (typeof value === 'number' ? saidValue(value, rate) : '');
  const names = {
    type: 'category' as const,
    data: points.map(({ name }) => name),
    axisLabel: { ...text, width: 180, overflow: 'truncate' as const },
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { show: false },
  };
  const values = {
    type: 'value' as const,
    min: 0,
    ...(rate ? { max: 1 } : { minInterval: 1 }),
    axisLabel: { ...text, color: ink.soft, formatter: said },
    splitLine: { lineStyle: { color: ink.line, type: 'dashed' as const } },
  };
  const label = { show: points.length <= 40, ...text, formatter: ({ value }: { value: unknown }) => said(value) };
  const data = points.map(({ value }) => value);
  const bars = kind === 'bars';
  chart.setOption(
    {
      animation: false,
      grid: {
        left: 16,
        right: bars ? 72 : 24,
        top: 28,
        // A few bars stand together at the top instead of lying far apart.
        ...(bars ? { height: Math.min(chart.getHeight() - 36, 60 + points.length * BAR) } : { bottom: 8 }),
        containLabel: true,
      },
      xAxis: bars ? values : names,
      yAxis: bars ? { ...names, inverse: true } : values,
      series: [
        bars
          ? {
              type: 'bar',
              data,
              barMaxWidth: 26,
              itemStyle: { color: ink.fill },
              label: { ...label, position: 'right' },
            }
          : {
              type: 'line',
              data,
              symbolSize: 7,
              lineStyle: { color: ink.fill, width: 2 },
              itemStyle: { color: ink.fill },
              label: { ...label, position: 'top' },
            },
      ],
    },
    true,
  );
}
