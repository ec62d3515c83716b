import { afterAll, beforeAll } from 'vitest';
import { describeBehaviours } from './conformance/behaviours.ts';
import { describeLasting } from './conformance/lasting.ts';
import { startAsteriskWorld, type AsteriskWorld } from './support/asterisk-world.ts';

let world: AsteriskWorld;
beforeAll(async () => {
  world = await startAsteriskWorld();
});
afterAll(() => world.stop());

describeBehaviours('Asterisk', () => world);
describeLasting('Asterisk', () => world);
