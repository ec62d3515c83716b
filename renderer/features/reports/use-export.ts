import { useEffect, useRef, useState } from 'react';
import type { ExportWanted, FileFormat } from '../../../shared/contract/exports.ts';
import { FailureError, type Failure } from '../../../shared/failure.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import type { DeskClient } from '../../host.ts';
import { saveAs } from '../../data/save-as.ts';

/** Lines read of all, or the file being written. */
export type ExportProgress = { readonly read: number; readonly expected: number } | 'writing';

export interface Exporting {
  /** Null: nothing is being exported. */
  readonly progress: ExportProgress | null;
  readonly failure: Failure | null;
  /** The file that was saved last. */
  readonly done: string | null;
  readonly start: (asked: ExportWanted['asked'], format: FileFormat) => Promise<void>;
  readonly cancel: () => void;
}

const TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv;charset=utf-8',
};

/** Takes a report as a file. Leaving the page gives it up; nothing incomplete is ever saved. */
export function useExport(): Exporting {
  const desk = useDesk();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<string | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (asked: ExportWanted['asked'], format: FileFormat): Promise<void> => {
    const ending = new AbortController();
    running.current = ending;
    setFailure(null);
    setDone(null);
    setProgress({ read: 0, expected: 0 });
    try {
      const file = await receive(desk, { asked, format }, ending.signal, setProgress);
      if (file && !ending.signal.aborted) {
        saveAs(new Blob(file.pieces, { type: TYPES[format] }), file.name);
        setDone(file.name);
      }
    } catch (error) {
      if (!ending.signal.aborted) setFailure(failureOf(error));
    } finally {
      setProgress(null);
    }
  };
  return { progress, failure, done, start, cancel: () => running.current?.abort() };
}

interface Received {
  readonly name: string;
  readonly pieces: Uint8Array<ArrayBuffer>[];
}

/** @returns the whole file; null where it did not come whole */
async function receive(
  desk: DeskClient,
  wanted: ExportWanted,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<Received | null> {
  let name = '';
  let left = -1;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of await desk.exports.file(wanted, { signal })) {
    if (part.kind === 'reading') onProgress({ read: part.read, expected: part.expected });
    else if (part.kind === 'writing') onProgress('writing');
    else if (part.kind === 'failed') throw new FailureError(part.failure);
    else if (part.kind === 'file') [name, left] = [part.name, part.bytes];
    else {
      const bytes = bytesOf(part.base64);
      pieces.push(bytes);
      left -= bytes.length;
    }
  }
  return left === 0 ? { name, pieces } : null;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
