import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';

/** A full file is moved aside once, so that the log never takes more than twice this, in bytes. */
const FULL = 5_000_000;

export interface LogFile {
  /** Adds one line; lines keep their order. Personal data does not belong in it. */
  readonly write: (line: object) => void;
  /** Answers once everything written so far is in the file. */
  readonly flush: () => Promise<void>;
}

/** The station's log: one JSON object a line, with its time. A log that cannot be written is told on stderr, once. */
export function openLogFile(file: string): LogFile {
  let told = false;
  let last: Promise<void> = mkdir(path.dirname(file), { recursive: true }).then(() => undefined, tell);

  function tell(error: unknown): void {
    if (told) return;
    told = true;
    process.stderr.write(`日志无法写入 ${file}：${String(error)}\n`);
  }

  async function append(text: string): Promise<void> {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > FULL) await rename(file, `${file}.1`);
    await appendFile(file, text, { mode: 0o600 });
  }

  return {
    write(line) {
      const text = `${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`;
      last = last.then(() => append(text)).catch(tell);
    },
    flush: () => last,
  };
}
