import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../tests/support/folder.ts';
import { asteriskFromEnvironment } from './settings.ts';

const folder = scratchFolder('asterisk-settings');
afterAll(() => folder.remove());
const log = { warn: () => undefined };
const URL = 'http://127.0.0.1:8088';

describe('the environment', () => {
  it('names no Asterisk by default', () => {
    expect(asteriskFromEnvironment({}, log)).toBeUndefined();
  });

  it('gives pages as phones only where it says where they register', () => {
    const secret = path.join(folder.path, 'password');
    writeFileSync(secret, 'secret\n');
    const named = { HOTLINE_ARI_URL: URL, HOTLINE_ARI_PASSWORD_FILE: secret };
    expect(asteriskFromEnvironment(named, log)?.capabilities.devices).toEqual(['desk']);
    const withPages = asteriskFromEnvironment({ ...named, HOTLINE_PHONE_URL: 'wss://exchange.example.org/ws' }, log);
    expect(withPages?.phoneUrl).toBe('wss://exchange.example.org/ws');
    expect(withPages?.capabilities.devices).toEqual(['page', 'desk']);
  });

  it('is refused without a password, and never repeats one it holds', () => {
    expect(() => asteriskFromEnvironment({ HOTLINE_ARI_URL: URL }, log)).toThrow(/PASSWORD/);
    const wrong = { HOTLINE_ARI_URL: URL, HOTLINE_ARI_PASSWORD: 'very-secret', HOTLINE_LINE: 'nowhere' };
    expect(() => asteriskFromEnvironment(wrong, log)).toThrow(/^(?!.*very-secret)/s);
  });
});
