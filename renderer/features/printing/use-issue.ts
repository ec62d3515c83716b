import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Drawing } from '../../../shared/forms/drawing.ts';
import type { HandValues } from '../../../shared/forms/facts.ts';
import { saveAs } from '../../data/save-as.ts';
import { useDeed } from '../../data/use-deed.ts';
import { fileBlob } from '../../components/files.ts';

/** What is to be handed out. */
export interface Issue {
  readonly orderId: OrderId;
  readonly formId: string;
  readonly values: HandValues;
  readonly clear: boolean;
  readonly copies: number;
}

export interface Issuing {
  /** The sheets that go to the printer now. */
  readonly paper: { readonly drawing: Drawing; readonly copies: number } | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** The form that was handed out last. */
  readonly done: string | null;
  readonly issue: (wanted: Issue, as: 'paper' | 'pdf') => Promise<void>;
}

/** As `printing.css` names it. */
const FACE = '12px "Hotline Forms"';

/** Hands a form out: the station records the print first, and only then gives the sheets or the file. */
export function useIssue(): Issuing {
  const [paper, setPaper] = useState<Issuing['paper']>(null);
  const { busy, failure, act } = useDeed();
  const [done, setDone] = useState<string | null>(null);

  useEffect(() => {
    const clear = (): void => setPaper(null);
    window.addEventListener('afterprint', clear);
    return () => window.removeEventListener('afterprint', clear);
  }, []);

  const issue = async (wanted: Issue, as: 'paper' | 'pdf'): Promise<void> => {
    setDone(null);
    await act(async ({ printing }) => {
      const issued = await printing.issue({ ...wanted, values: { ...wanted.values }, as });
      if (issued.as === 'pdf') saveAs(fileBlob(issued.base64, 'application/pdf'), issued.name);
      else await print(issued.drawing, wanted.copies);
      setDone(wanted.formId);
    });
  };

  const print = async (drawing: Drawing, copies: number): Promise<void> => {
    // The sheets have to be on the page, with their letters, when the browser takes its picture of it.
    flushSync(() => setPaper({ drawing, copies }));
    await document.fonts.load(FACE, drawing.title);
    window.print();
  };
  return { paper, busy, failure, done, issue };
}
