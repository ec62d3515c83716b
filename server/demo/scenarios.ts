import { ENVIRONMENT } from './scenarios/environment.ts';
import { HOMES } from './scenarios/homes.ts';
import { LIVING } from './scenarios/living.ts';
import { MARKET } from './scenarios/market.ts';
import { NETWORKS } from './scenarios/networks.ts';
import { PIPES } from './scenarios/pipes.ts';
import { REFUSED } from './scenarios/refused.ts';
import { STREETS } from './scenarios/streets.ts';
import type { RefusalScenario, Scenario } from './scenarios/table.ts';
import { VILLAGES } from './scenarios/villages.ts';

/** All matters that become more than a question. */
export const SCENARIOS: readonly Scenario[] = [
  ...PIPES,
  ...NETWORKS,
  ...STREETS,
  ...ENVIRONMENT,
  ...HOMES,
  ...LIVING,
  ...MARKET,
  ...VILLAGES,
];

/** Calls that are not taken. */
export const REFUSALS: readonly RefusalScenario[] = REFUSED;
