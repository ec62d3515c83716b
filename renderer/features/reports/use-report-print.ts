import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReportTable } from '../../../shared/contract/reports.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ColumnId } from '../../../shared/figures/ids.ts';
import { useDeed } from '../../data/use-deed.ts';
import type { Asked } from './ask.ts';
import type { ChartData } from './chart-data.ts';

interface Printed {
  readonly title: string;
  readonly data: ChartData;
  readonly table: ReportTable;
  readonly columns: readonly ColumnId[];
}

/** What goes to the printer now. */
export interface ReportOnPaper extends Printed {
  readonly from: string;
  readonly to: string;
  /** Who prints it, and when; it is on record under the reference in it. */
  readonly mark: string;
  /** The chart, black on white. */
  readonly picture: string;
}

export interface ReportPrinting {
  readonly paper: ReportOnPaper | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly print: (asked: Pick<Asked, 'from' | 'to' | 'by' | 'filter'>, printed: Printed) => Promise<void>;
}

const PICTURE = { width: 680, height: 460 };

/** Prints a chart with its table: the centre records it first, and says what stands on the paper. */
export function useReportPrint(): ReportPrinting {
  const { busy, failure, act } = useDeed();
  const [paper, setPaper] = useState<ReportOnPaper | null>(null);
  useEffect(() => {
    const clear = (): void => setPaper(null);
    window.addEventListener('afterprint', clear);
    return () => window.removeEventListener('afterprint', clear);
  }, []);

  const print: ReportPrinting['print'] = async ({ from, to, by, filter }, printed) => {
    await act(async (desk) => {
      const [{ mark }, { chartPicture }] = await Promise.all([
        desk.reports.print({ from, to, by, filter }),
        import('./draw-chart.ts'),
      ]);
      const picture = chartPicture(printed.data, PICTURE.width, PICTURE.height);
      const image = new Image();
      image.src = picture;
      await image.decode();
      flushSync(() => setPaper({ ...printed, from, to, mark, picture }));
      window.print();
    });
  };
  return { paper, busy, failure, print };
}
