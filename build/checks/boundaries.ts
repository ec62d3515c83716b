import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import { ROOT } from '../scripts/tools.ts';
import { BOUNDARIES, PLANTED, PLANTED_TARGETS, SOURCE_FOLDERS } from './layers.ts';

/** swc, because dependency-cruiser does not know TypeScript 7 and would then see no module and still be content. */
async function look(baseDir: string): Promise<ICruiseResult> {
  const folders = SOURCE_FOLDERS.filter((folder) => existsSync(path.join(baseDir, folder)));
  const result = await cruise(folders, {
    baseDir,
    parser: 'swc',
    validate: true,
    ruleSet: { forbidden: [...BOUNDARIES] },
    exclude: { path: '^build/out/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    combinedDependencies: true,
  });
  if (typeof result.output === 'string') throw new Error('dependency-cruiser answered text where data was asked');
  return result.output;
}

/** Plants one violation of each rule in a scratch folder: every rule must fire there, or the check is blind. */
async function provePlanted(): Promise<string[]> {
  const folder = path.join(ROOT, 'build/out/planted');
  rmSync(folder, { recursive: true, force: true });
  for (const { file, source } of [...PLANTED, ...PLANTED_TARGETS]) {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, `${source}\n`);
  }
  writeFileSync(path.join(folder, 'package.json'), `{"type":"module","devDependencies":{"fast-check":"*"}}\n`);
  const found = await look(folder);
  rmSync(folder, { recursive: true, force: true });
  const fired = new Set(found.summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`));
  const rules = new Set(PLANTED.map((planted) => planted.rule));
  return [
    ...PLANTED.filter(({ rule, file }) => !fired.has(`${rule} ${file}`)).map(
      ({ rule, file }) => `the planted violation ${file} was not caught by ${rule}`,
    ),
    ...BOUNDARIES.flatMap(({ name }) =>
      name !== undefined && rules.has(name) ? [] : [`no violation is planted for the rule ${name ?? '(unnamed)'}`],
    ),
  ];
}

/** Import directions. Answers the problems found, in words; none means all is well. */
export async function checkBoundaries(): Promise<{ readonly problems: string[]; readonly modules: number }> {
  const problems = await provePlanted();
  const found = await look(ROOT);
  const own = found.modules.filter(({ source }) => SOURCE_FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
  const expected = SOURCE_FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder)));
  for (const folder of expected) {
    if (!own.some(({ source }) => source.startsWith(`${folder}/`))) problems.push(`no module was seen in ${folder}/`);
  }
  for (const { rule, from, to } of found.summary.violations) problems.push(`${rule.name}: ${from} -> ${to}`);
  return { problems, modules: own.length };
}
