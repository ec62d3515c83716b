import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyPack } from '../../shared/policy/packs.ts';
import { filesUnder, ROOT } from '../scripts/tools.ts';
import { SOURCE_FOLDERS } from './layers.ts';

const PAGE = 'docs/rules-coverage.md';

export const COVERAGE_KINDS = ['tested', 'in part', 'not yet', 'not software’s'] as const;
type Kind = (typeof COVERAGE_KINDS)[number];

/** A row of the page: which rule, how far it is kept, by which test files, and the words that say more. */
export interface Row {
  readonly id: string;
  readonly kind: Kind | null;
  readonly files: readonly string[];
  readonly words: string;
}

/** The rows of the page's tables. */
export function rowsOf(page: string): Row[] {
  return page.split('\n').flatMap((line) => {
    const [, id, , kept] = line.split('|').map((cell) => cell.trim());
    if (id === undefined || kept === undefined || !/^[A-Z]+\d+$/.test(id)) return [];
    const kind = COVERAGE_KINDS.find((candidate) => kept.startsWith(`**${candidate}**`)) ?? null;
    const files = [...kept.matchAll(/`([^`]+)`/g)].flatMap(([, file]) => file ?? []);
    const words = kept.replaceAll(/\*\*[^*]+\*\*|`[^`]+`|missing:|[,:;\s]/g, '');
    return [{ id, kind, files, words }];
  });
}

/** The rule ids that titles of tests in a source begin with: `T9: …`, `J7, J8: …`. */
export function titledRules(source: string): Set<string> {
  const titles = source.matchAll(/['"`]((?:[A-Z]+\d+, )*[A-Z]+\d+): /g);
  return new Set([...titles].flatMap(([, ids]) => ids?.split(', ') ?? []));
}

/**
 * What is wrong with the page.
 * @param rules every rule there is
 * @param titled the rules that a test file's titles begin with; null where there is no such file
 */
export function coverageProblems(
  rows: readonly Row[],
  rules: readonly string[],
  titled: (file: string) => ReadonlySet<string> | null,
): string[] {
  const missing = rules.filter((id) => !rows.some((row) => row.id === id)).map((id) => `${id} has no row`);
  const wrong = rows.flatMap(({ id, kind, files, words }, index) => {
    if (!rules.includes(id)) return [`${id} is a rule of no pack`];
    if (rows.findIndex((row) => row.id === id) !== index) return [`${id} has two rows`];
    if (kind === null) return [`${id} says none of: ${COVERAGE_KINDS.join(', ')}`];
    const needsTest = kind === 'tested' || kind === 'in part';
    if (needsTest && files.length === 0) return [`${id} is ${kind}, but names no test`];
    if (!needsTest && files.length > 0) return [`${id} is ${kind}, but names a test`];
    if (kind !== 'tested' && words === '') return [`${id} is ${kind}, but does not say what is missing or why`];
    return files.flatMap((file) => {
      const titles = titled(file);
      if (titles === null) return [`${id} names ${file}, which is no test file`];
      return titles.has(id) ? [] : [`${id} names ${file}, where no title begins with it`];
    });
  });
  return [...missing, ...wrong];
}

/** Open rows that tests unknown to them now carry the id of: the page may say more than it does. */
export function overtakenRows(
  rows: readonly Row[],
  titled: readonly (readonly [file: string, ids: ReadonlySet<string>])[],
): string[] {
  return rows.flatMap(({ id, kind, files }) => {
    if (kind === 'tested') return [];
    const unnamed = titled.flatMap(([file, ids]) => (ids.has(id) && !files.includes(file) ? [file] : []));
    return unnamed.length === 0 ? [] : [`${id} is "${kind}", but is also tested in ${unnamed.join(', ')}`];
  });
}

/** Checks the page against the packs and the tests; says what is kept in part or not yet, so that it stays visible. */
export function checkRulesCoverage(): { readonly problems: string[]; readonly said: string } {
  const tests = new Set(filesUnder(SOURCE_FOLDERS).filter(isRuleTest));
  const rows = rowsOf(read(PAGE));
  const rules = everyPack().flatMap((pack) => pack.rules.map(({ id }) => id));
  const problems = coverageProblems(rows, rules, (file) => (tests.has(file) ? titledRules(read(file)) : null));
  const of = (kind: Kind): string[] => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const counts = `${of('tested').length} of ${rules.length} rules tested`;
  const open = `in part ${of('in part').join(' ') || 'none'}; not yet ${of('not yet').join(' ') || 'none'}`;
  const overtaken = overtakenRows(
    rows,
    [...tests].map((file) => [file, titledRules(read(file))] as const),
  );
  const hints = overtaken.map((hint) => `\n  ${hint}`).join('');
  return { problems: problems.map((problem) => `${PAGE}: ${problem}`), said: `${counts}; ${open}${hints}` };
}

/** Tests of the checks write ids down as examples only. */
function isRuleTest(file: string): boolean {
  return /\.(?:test|e2e)\.ts$/.test(file) && !file.startsWith('build/checks/');
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
