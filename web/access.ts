import { randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may speak to the station through the loopback port. Other programs and other people of this machine can reach
 * the port too, and so can any web page in the browser, so:
 *
 * - The window's address carries a ticket in its fragment, which a browser never sends anywhere. A ticket is good once
 *   and for ten minutes: command lines and terminal scrollback can be read by others, and a used ticket is worth nothing.
 * - For the ticket the page gets the session token, which it keeps in sessionStorage. That is held apart by origin with
 *   the port. A cookie, however strict, is not: it would be sent to every other server on 127.0.0.1.
 * - Host must be exactly ours (a rebound DNS name is not), and Origin, where there is one, must be exactly ours.
 */
export interface Access {
  /** A fresh ticket for one window. */
  readonly issueTicket: () => string;
  /** The session token for a ticket; null for one that is used, too old or unknown. */
  readonly redeem: (ticket: string) => string | null;
  readonly isToken: (token: string | undefined) => boolean;
}

/** How long a ticket may wait for its window, ms. */
const TICKET_MS = 600_000;
/** More than anybody opens; the oldest go first. */
const MOST_TICKETS = 100;

export function createAccess(nowMs: () => number): Access {
  const token = secret();
  const tickets = new Map<string, number>();
  return {
    issueTicket() {
      const ticket = secret();
      tickets.set(ticket, nowMs() + TICKET_MS);
      const [oldest] = tickets.keys();
      if (tickets.size > MOST_TICKETS && oldest !== undefined) tickets.delete(oldest);
      return ticket;
    },
    redeem(given) {
      const found = [...tickets.keys()].find((ticket) => sameSecret(ticket, given));
      if (found === undefined) return null;
      const until = tickets.get(found) ?? 0;
      tickets.delete(found);
      return until >= nowMs() ? token : null;
    },
    isToken: (given) => given !== undefined && sameSecret(token, given),
  };
}

/** 256 random bits as text that fits in a URL and in a header. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing of where they differ. An empty secret equals nothing: fails closed. */
export function sameSecret(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

/** What of a request decides whether it is for us at all. */
export interface Addressed {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/**
 * @param authority ours: `127.0.0.1:<port>`
 * @param originNeeded true where a browser always sends one: WebSocket upgrades and POSTs
 */
export function isForUs({ host, origin }: Addressed, authority: string, originNeeded: boolean): boolean {
  if (host !== authority) return false;
  return origin === undefined ? !originNeeded : origin === `http://${authority}`;
}

/** The token of an `authorization: Bearer` header. */
export function bearer(header: string | undefined): string | undefined {
  return /^Bearer ([\w-]+)$/.exec(header ?? '')?.[1];
}

/** The token among the WebSocket's offered protocols, where a browser page can put it: `hotline, <token>`. */
export function offeredToken(header: string | undefined): string | undefined {
  const [name, token, ...more] = (header ?? '').split(',').map((part) => part.trim());
  return name === 'hotline' && more.length === 0 ? token : undefined;
}
