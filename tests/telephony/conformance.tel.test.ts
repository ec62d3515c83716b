import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANNOUNCEMENTS } from '../../shared/domain/calls/announcements.ts';
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

it('Asterisk says which announcements it has no file for', async () => {
  const names = ANNOUNCEMENTS.map(({ name }) => name);
  const last = ['position-4', 'position-5', 'position-6', 'position-7', 'position-8', 'position-9'];
  expect(await world.port.missingAnnouncements(names)).toEqual(last);
});
