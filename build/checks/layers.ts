import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Which folder may import which (besides itself). What is not named here may be imported by nobody but tests and bench.
 * Do not relax: a need for a new arrow is a sign that something lives in the wrong folder.
 */
const LAYERS = {
  shared: [],
  renderer: ['shared'],
  'db/desk': ['shared'],
  'db/central': ['shared'],
  station: ['db/desk', 'shared'],
  electron: ['station', 'shared'],
  web: ['station', 'shared'],
  server: ['db/central', 'shared'],
} as const satisfies Record<string, readonly string[]>;

/** Folders of our own code, all of which are looked at. */
export const SOURCE_FOLDERS = [
  'shared',
  'renderer',
  'db',
  'station',
  'electron',
  'web',
  'server',
  'build',
  'tests',
  'bench',
];

const TEST_FILE = String.raw`\.test\.tsx?$`;
/** What several tests share beside their source. */
const TEST_HELPER = '/testing/';
const OWN_CODE = `^(${SOURCE_FOLDERS.join('|')})/`;
const ELECTRON_PACKAGE = '(^|/)node_modules/electron/|^electron(/|$)';

const layerRules: IForbiddenRuleType[] = Object.entries(LAYERS).map(([layer, allowed]) => ({
  name: `${layer}-reaches-only-${[...allowed, 'itself'].join('-')}`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: TEST_FILE },
  to: { path: OWN_CODE, pathNot: `^(${[layer, ...allowed].join('|')})/` },
}));

/** The rules that dependency-cruiser checks; {@link PLANTED} holds one violation of each. */
export const BOUNDARIES: readonly IForbiddenRuleType[] = [
  ...layerRules,
  {
    name: 'only-electron-imports-electron',
    severity: 'error',
    from: { pathNot: '^(electron|node_modules)/' },
    to: { path: ELECTRON_PACKAGE, pathNot: '^electron/' },
  },
  {
    name: 'no-node-builtins-in-shared-or-renderer',
    severity: 'error',
    from: { path: '^(shared|renderer)/', pathNot: TEST_FILE },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'programs-do-not-import-tests',
    severity: 'error',
    from: { path: OWN_CODE, pathNot: ['^(tests|bench)/', TEST_FILE, TEST_HELPER] },
    to: { path: ['^(tests|bench)/', TEST_FILE, TEST_HELPER] },
  },
  {
    name: 'no-circle',
    severity: 'error',
    from: { path: OWN_CODE },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'every-import-is-found',
    severity: 'error',
    from: { path: OWN_CODE },
    to: { couldNotResolve: true, pathNot: ELECTRON_PACKAGE },
  },
  {
    name: 'programs-run-without-dev-packages',
    severity: 'error',
    from: { path: '^(shared|db|station|web|server)/', pathNot: [TEST_FILE, TEST_HELPER] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

/** Small files, each of which breaks the rule named beside it: what proves that the check still sees. */
export const PLANTED: readonly { readonly rule: string; readonly file: string; readonly source: string }[] = [
  { rule: 'shared-reaches-only-itself', file: 'shared/a.ts', source: `import '../station/target.ts';` },
  {
    rule: 'renderer-reaches-only-shared-itself',
    file: 'renderer/a.tsx',
    source: `import type { Target } from '../station/target.ts';\nexport const a: Target = <b />;`,
  },
  { rule: 'db/desk-reaches-only-shared-itself', file: 'db/desk/a.ts', source: `import '../central/target.ts';` },
  { rule: 'db/central-reaches-only-shared-itself', file: 'db/central/a.ts', source: `import '../desk/target.ts';` },
  {
    rule: 'station-reaches-only-db/desk-shared-itself',
    file: 'station/a.ts',
    source: `export const a = () => import('../db/central/target.ts');`,
  },
  { rule: 'electron-reaches-only-station-shared-itself', file: 'electron/a.ts', source: `import '../web/target.ts';` },
  { rule: 'web-reaches-only-station-shared-itself', file: 'web/a.ts', source: `import '../electron/target.ts';` },
  {
    rule: 'server-reaches-only-db/central-shared-itself',
    file: 'server/a.ts',
    source: `export type { Target } from '../station/target.ts';`,
  },
  { rule: 'only-electron-imports-electron', file: 'web/b.ts', source: `import 'electron';` },
  { rule: 'no-node-builtins-in-shared-or-renderer', file: 'shared/b.ts', source: `import 'node:fs';` },
  { rule: 'programs-do-not-import-tests', file: 'build/a.ts', source: `import '../tests/target.ts';` },
  { rule: 'no-circle', file: 'build/b.ts', source: `import './c.ts';\nexport const b = 1;` },
  { rule: 'every-import-is-found', file: 'build/d.ts', source: `import './nowhere.ts';` },
  { rule: 'programs-run-without-dev-packages', file: 'server/b.ts', source: `import 'fast-check';` },
];

/** What the planted files reach for. */
export const PLANTED_TARGETS: readonly { readonly file: string; readonly source: string }[] = [
  ...['station', 'db/desk', 'db/central', 'web', 'electron', 'tests'].map((folder) => ({
    file: `${folder}/target.ts`,
    source: `export type Target = unknown;\nexport const target = 1;`,
  })),
  { file: 'build/c.ts', source: `import './b.ts';\nexport const c = 1;` },
];
