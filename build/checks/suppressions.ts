import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder, ROOT } from '../scripts/tools.ts';
import { SOURCE_FOLDERS } from './layers.ts';

/** Comments that silence a tool. Written in two parts, so that this file does not find itself. */
const SILENCERS = new RegExp(
  ['@ts-', '(ignore|expect-error|nocheck)|', '(ox|es)lint-', 'disable|', 'oxfmt-', 'ignore'].join(''),
);

/** Places where a tool is told to look away, as `file:line`. There are to be none. */
export function findSuppressions(): string[] {
  return filesUnder(SOURCE_FOLDERS)
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && !file.startsWith('build/out/'))
    .flatMap((file) =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (SILENCERS.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
}
