import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process and its share of the memory. */
export interface ProcessMemory {
  readonly pid: number;
  readonly command: string;
  /** Proportional set size: shared pages are counted once over all who share them. */
  readonly megabytes: number;
}

/** A process and everything it has started. Empty where the system does not tell (only Linux does). */
export function memoryOfTree(root: number): ProcessMemory[] {
  if (!existsSync('/proc/self/smaps_rollup')) return [];
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const found: ProcessMemory[] = [];
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    waiting.push(...(children.get(pid) ?? []).map((child) => child.pid));
    const megabytes = sharePss(pid);
    if (megabytes !== null) found.push({ pid, command: commandOf(pid), megabytes });
  }
  return found;
}

function processes(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readGone(`/proc/${name}/stat`);
      // The command in brackets may itself hold blanks and brackets.
      const parent = /^.*\) \S (\d+)/s.exec(stat)?.[1];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
}

function sharePss(pid: number): number | null {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readGone(`/proc/${pid}/smaps_rollup`))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

function commandOf(pid: number): string {
  return readGone(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

/** A process may end while it is looked at: then it has nothing. */
function readGone(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
