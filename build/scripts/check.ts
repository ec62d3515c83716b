import { checkBoundaries } from '../checks/boundaries.ts';
import { checkRulesCoverage } from '../checks/rules-coverage.ts';
import { findSuppressions } from '../checks/suppressions.ts';
import { run } from './tools.ts';

interface Outcome {
  readonly ok: boolean;
  readonly said: string;
}

interface Check {
  readonly name: string;
  readonly act: () => Promise<Outcome>;
}

function tool(name: string, command: string, ...args: string[]): Check {
  return {
    name,
    act: async () => {
      const { code, output } = await run(command, args);
      return { ok: code === 0, said: code === 0 ? '' : output.trim() };
    },
  };
}

const boundaries: Check = {
  name: 'boundaries',
  act: async () => {
    const { problems, modules } = await checkBoundaries();
    return { ok: problems.length === 0, said: problems.length === 0 ? `${modules} modules` : problems.join('\n') };
  },
};

const suppressions: Check = {
  name: 'suppressions',
  act: () => {
    const found = findSuppressions();
    return Promise.resolve({ ok: found.length === 0, said: found.join('\n') });
  },
};

const rulesCoverage: Check = {
  name: 'rules coverage',
  act: () => {
    const { problems, said } = checkRulesCoverage();
    return Promise.resolve({ ok: problems.length === 0, said: problems.length === 0 ? said : problems.join('\n') });
  },
};

const CHECKS: readonly Check[] = [
  tool('types: node', 'tsc', '-p', 'tsconfig.json'),
  tool('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  // That folder's own configuration, because it takes in its tests too.
  tool('types: renderer', 'tsc', '-p', 'renderer'),
  tool('types: shared', 'tsc', '-p', 'tsconfig.shared.json'),
  tool('dead code', 'knip', '--no-progress'),
  boundaries,
  suppressions,
  rulesCoverage,
  tool('format', 'oxfmt', '--check', '.'),
];

/** Two at a time: the tools are threaded themselves, and more would only fight over the cores. */
const AT_ONCE = 2;

const started = performance.now();
const waiting = [...CHECKS];
let failed = 0;

async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const begun = performance.now();
    const { ok, said } = await check.act();
    if (!ok) failed += 1;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(
      `${ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)${said === '' ? '' : ok ? `: ${said}` : `\n${said}`}`,
    );
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(
  `${CHECKS.length - failed} of ${CHECKS.length} checks hold, ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = failed === 0 ? 0 : 1;
