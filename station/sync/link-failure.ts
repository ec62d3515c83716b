import { networkInterfaces } from 'node:os';
import { failure, type Failure } from '../../shared/failure.ts';

/** What OpenSSL and BoringSSL say of a certificate that does not stand. */
const CERTIFICATE_CODES =
  /^(CERT_|ERR_TLS_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|HOSTNAME_MISMATCH|INVALID_CA)/;

const LINK_CODES = new Set<Failure['code']>(['NO_NETWORK', 'CENTRE_UNREACHABLE', 'CERTIFICATE_REJECTED']);

/** True where the centre was not reached, as against an answer that it gave. */
export function isLinkFailure({ code }: Failure): boolean {
  return LINK_CODES.has(code);
}

/**
 * Why the centre was not reached.
 * @param url the centre's; one on this machine needs no network
 */
export function linkFailure(error: unknown, url: URL, networkUp: () => boolean): Failure {
  const code = codeOf(error);
  if (code !== null && CERTIFICATE_CODES.test(code)) return failure('CERTIFICATE_REJECTED');
  if (!isLoopback(url.hostname) && !networkUp()) return failure('NO_NETWORK');
  return failure('CENTRE_UNREACHABLE');
}

/** True where an interface other than the loopback has an address that leads somewhere. */
export function hasNetwork(): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return addresses.some(({ internal, address }) => !internal && !isLinkLocal(address));
}

/** An address that a machine gives itself when nobody else has given it one. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.') || address.toLowerCase().startsWith('fe80:');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
