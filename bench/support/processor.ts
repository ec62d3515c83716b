import { existsSync, readFileSync } from 'node:fs';

/** Linux tells processor time in these, whatever the machine: hundredths of a second. */
const TICKS_A_SECOND = 100;

/** Seconds of processor that a process has had since its start; null where the system does not tell, or it is gone. */
export function processorSeconds(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // The command in brackets may itself hold blanks and brackets.
  const [, rest = ''] = /^.*\) (.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  const fields = rest.split(' ');
  // Of the fields after the command the 12th and 13th are the time in the program and in the system.
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isFinite(ticks) ? ticks / TICKS_A_SECOND : null;
}
