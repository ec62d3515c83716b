import { z } from 'zod';

/** The one address besides its own that a page may connect to: where it registers as a phone. */
export interface PhoneAddress {
  /** As the centre says now, or as it said last; null where there is none or the centre was never heard. */
  readonly current: () => Promise<string | null>;
}

/** A page that is being opened does not wait longer for a centre that does not answer, ms. */
const PATIENCE_MS = 1500;

const infoSchema = z.object({ phoneUrl: z.string().nullable().default(null) });

/** @param centreUrl http(s), without the path */
export function phoneAddress(centreUrl: string): PhoneAddress {
  let known: string | null = null;
  return {
    async current() {
      try {
        const answer = await fetch(new URL('/api/system', centreUrl), { signal: AbortSignal.timeout(PATIENCE_MS) });
        if (answer.ok) known = policySource(infoSchema.parse(await answer.json()).phoneUrl);
      } catch {
        // Offline a page opens all the same; it registers where it did last.
      }
      return known;
    },
  };
}

/**
 * An address as it may stand in a content security policy: exactly one place, no wildcard, nothing that ends the
 * directive. Null for anything else, whoever said it.
 */
export function policySource(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  if (!url || (url.protocol !== 'wss:' && url.protocol !== 'ws:')) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return /^wss?:\/\/[\w.[\]:-]+(?:\/[\w./-]*)?$/.test(url.href) ? url.href : null;
}
