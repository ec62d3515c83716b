/** One measured line: a name and its numbers, each named with its unit. */
export interface Figure {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
}

/** Something that must hold for the figures to mean anything, or a target of the project. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
}

export interface Report {
  readonly bench: string;
  /** What was measured, in a sentence. */
  readonly what: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}

/** What `main.ts` hands to each bench: its own options, and where progress goes. */
export interface BenchInput {
  readonly options: ReadonlyMap<string, string>;
  /** Progress, on stderr: stdout carries the report alone. */
  readonly tell: (line: string) => void;
}

/** @throws RangeError where an option is not a whole number of at least `least` */
export function wholeNumber({ options }: BenchInput, name: string, byDefault: number, least = 1): number {
  const given = options.get(name);
  if (given === undefined) return byDefault;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least) throw new RangeError(`--${name} takes a whole number from ${least}`);
  return value;
}

/** The report as lines for the eye. */
export function tableOf(report: Report, machine: Readonly<Record<string, number | string>>): string {
  const columns = [...new Set(report.figures.flatMap(({ values }) => Object.keys(values)))];
  const rows = report.figures.map(({ name, values }) => [name, ...columns.map((column) => shown(values[column]))]);
  const lines = aligned([['', ...columns], ...rows]);
  const settings = Object.entries({ ...machine, ...report.parameters }).map(([key, value]) => `${key} ${value}`);
  const checks = report.checks.map(({ name, ok, found }) => `${ok ? 'met    ' : 'NOT MET'}  ${name}: ${found}`);
  return [report.what, settings.join(', '), '', ...lines, '', ...checks].join('\n');
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const blank = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return at === 0 ? cell + blank : `  ${blank}${cell}`;
      })
      .join(''),
  );
}

/** Columns of a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/.test(character) ? 2 : 1), 0);
}
