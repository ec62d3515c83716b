import { randomBytes } from 'node:crypto';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { instant } from '../../../shared/instant.ts';
import type { Device, PhoneAccess } from '../port.ts';
import type { AriLink } from './link.ts';

/** How long a page's password is good for, ms; asked again within the last part of it, there is a new one. */
const ACCESS_MS = 600_000;
const RENEWED_WITHIN_MS = 90_000;
const ACCESS_REALM = 'hotline';

/** What a page's phone is like. Everything not said here is res_pjsip's own default. */
const PAGE_ENDPOINT = {
  webrtc: 'yes',
  transport: 'transport-ws',
  context: 'nowhere',
  disallow: 'all',
  allow: 'alaw,opus',
  direct_media: 'no',
  dtls_auto_generate_cert: 'yes',
  // A page that was closed mid-call sends nothing more: its line ends after so many seconds.
  rtp_timeout: '10',
  send_pai: 'yes',
};
/** A page registers again well within two minutes; one that was closed without a word is forgotten by then. */
const PAGE_AOR = { max_contacts: '1', remove_existing: 'yes', maximum_expiration: '120', default_expiration: '120' };

/** The pages' phones: made at the exchange when first asked for, with passwords that do not last. */
export interface Phones {
  /** @returns null where the exchange has no address for pages */
  access(agent: AccountId, nowMs: number): Promise<PhoneAccess | null>;
  /** The exchange was started again: it has none of them. */
  restarted(): void;
}

/** The endpoint that is rung for an agent. */
export function endpointOf(agent: AccountId, device: Device): string {
  return device.kind === 'desk' ? device.extension : pageName(agent);
}

function pageName(agent: AccountId): string {
  return `hd-${agent}`;
}

export function createPhones(link: AriLink, wsUrl: string | null, address: { readonly media: string | null }): Phones {
  const given = new Map<AccountId, PhoneAccess>();
  const made = new Set<AccountId>();
  const expiring = new Map<AccountId, NodeJS.Timeout>();

  function put(kind: 'auth' | 'aor' | 'endpoint', name: string, values: Readonly<Record<string, string>>) {
    const fields = Object.entries(values).map(([attribute, value]) => ({ attribute, value }));
    return link.request('PUT', `asterisk/config/dynamic/res_pjsip/${kind}/${name}`, { fields });
  }

  function setPassword(name: string, password: string): Promise<unknown> {
    return put('auth', name, { auth_type: 'digest', username: name, password, realm: ACCESS_REALM });
  }

  function stopTimer(agent: AccountId): void {
    clearTimeout(expiring.get(agent));
    expiring.delete(agent);
  }

  async function forget(agent: AccountId): Promise<void> {
    stopTimer(agent);
    given.delete(agent);
    if (!made.delete(agent) || !link.isUp()) return;
    const name = pageName(agent);
    for (const kind of ['endpoint', 'aor', 'auth'])
      await link.request('DELETE', `asterisk/config/dynamic/res_pjsip/${kind}/${name}`).catch(() => undefined);
  }

  return {
    async access(agent, nowMs) {
      if (wsUrl === null) return null;
      const current = given.get(agent);
      if (current && Date.parse(current.expiresAt) - nowMs > RENEWED_WITHIN_MS) return current;
      const name = pageName(agent);
      const password = randomBytes(24).toString('base64url');
      await setPassword(name, password);
      if (!made.has(agent)) {
        await put('aor', name, PAGE_AOR);
        const media = address.media === null ? {} : { media_address: address.media, bind_rtp_to_media_address: 'yes' };
        await put('endpoint', name, { ...PAGE_ENDPOINT, ...media, auth: name, aors: name });
        made.add(agent);
      }
      const access: PhoneAccess = {
        wsUrl,
        uri: `sip:${name}@${new URL(wsUrl).hostname}`,
        user: name,
        password,
        expiresAt: instant(nowMs + ACCESS_MS),
      };
      given.set(agent, access);
      stopTimer(agent);
      // Nobody has asked again: the page is gone, and its phone with it.
      const expire = setTimeout(() => void forget(agent), ACCESS_MS);
      expire.unref();
      expiring.set(agent, expire);
      return access;
    },
    restarted() {
      made.clear();
      given.clear();
      for (const agent of expiring.keys()) stopTimer(agent);
    },
  };
}
