import { describe, expect, it } from 'vitest';
import { bearer, createAccess, isForUs, offeredToken, sameSecret, secret } from './access.ts';

const OURS = '127.0.0.1:4711';

describe('tickets and the session token', () => {
  it('gives the token for a ticket, once', () => {
    const access = createAccess(() => 0);
    const ticket = access.issueTicket();
    const token = access.redeem(ticket);
    expect(token).not.toBeNull();
    expect(access.isToken(token ?? '')).toBe(true);
    expect(access.redeem(ticket)).toBeNull();
  });

  it('takes no ticket older than ten minutes', () => {
    let now = 0;
    const access = createAccess(() => now);
    const inTime = access.issueTicket();
    const late = access.issueTicket();
    now = 600_000;
    expect(access.redeem(inTime)).not.toBeNull();
    now = 600_001;
    expect(access.redeem(late)).toBeNull();
  });

  it('takes no ticket of an earlier start, no token for a ticket, and no ticket for a token', () => {
    const earlier = createAccess(() => 0);
    const access = createAccess(() => 0);
    expect(access.redeem(earlier.issueTicket())).toBeNull();
    const ticket = access.issueTicket();
    expect(access.isToken(ticket)).toBe(false);
    const token = access.redeem(ticket) ?? '';
    expect(access.redeem(token)).toBeNull();
  });

  it('lets the oldest of too many unused tickets go', () => {
    const access = createAccess(() => 0);
    const first = access.issueTicket();
    const rest = Array.from({ length: 100 }, () => access.issueTicket());
    expect(access.redeem(first)).toBeNull();
    expect(rest.every((ticket) => access.redeem(ticket) !== null)).toBe(true);
  });

  it('lets nobody in with nothing', () => {
    const access = createAccess(() => 0);
    expect(access.isToken(undefined)).toBe(false);
    expect(access.isToken('')).toBe(false);
    expect(access.redeem('')).toBeNull();
    expect(sameSecret('', '')).toBe(false);
  });

  it('makes secrets of 256 bits that differ', () => {
    expect(Buffer.from(secret(), 'base64url').length).toBe(32);
    expect(secret()).not.toBe(secret());
  });
});

describe('whether a request is for us', () => {
  it.each([
    ['our own page', { host: OURS, origin: `http://${OURS}` }, true, true],
    ['our own page reading, which names no origin', { host: OURS, origin: undefined }, false, true],
    ['a program that names no origin where a browser would', { host: OURS, origin: undefined }, true, false],
    ['a rebound name', { host: 'evil.example:4711', origin: 'http://evil.example:4711' }, true, false],
    ['a rebound name without origin', { host: 'evil.example:4711', origin: undefined }, false, false],
    ['localhost, which is another origin', { host: 'localhost:4711', origin: 'http://localhost:4711' }, true, false],
    ['another server on this machine', { host: OURS, origin: 'http://127.0.0.1:8080' }, true, false],
    ['a page from elsewhere', { host: OURS, origin: 'https://example.org' }, false, false],
    ['a sandboxed page', { host: OURS, origin: 'null' }, false, false],
    ['https of ours', { host: OURS, origin: `https://${OURS}` }, true, false],
    ['no host at all', { host: undefined, origin: undefined }, false, false],
  ])('%s', (_who, addressed, originNeeded, expected) => {
    expect(isForUs(addressed, OURS, originNeeded)).toBe(expected);
  });
});

describe('where the token stands', () => {
  it('is read from the header and from the protocols, in one form each', () => {
    expect(bearer('Bearer abc-_1')).toBe('abc-_1');
    expect(bearer('bearer abc')).toBeUndefined();
    expect(bearer('Bearer a b')).toBeUndefined();
    expect(bearer(undefined)).toBeUndefined();
    expect(offeredToken('hotline, abc')).toBe('abc');
    expect(offeredToken('hotline')).toBeUndefined();
    expect(offeredToken('other, abc')).toBeUndefined();
    expect(offeredToken('hotline, abc, def')).toBeUndefined();
    expect(offeredToken(undefined)).toBeUndefined();
  });
});
