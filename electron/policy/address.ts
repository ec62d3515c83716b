/** The scheme and host under which the shell shows the renderer: an origin of its own, with nothing else on it. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://desk';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** Whether an address is the desk's own page or a file of it. */
export function isOwn(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === 'desk';
}

/** The window may go nowhere but to its own page; links to elsewhere are refused, not opened in a browser. */
export function mayNavigate(address: string): boolean {
  return isOwn(address) && URL.parse(address)?.pathname === '/index.html';
}

/**
 * Whether the page may fetch this at all: its own files, what it made itself, and the developer tools of a
 * development build. The station is reached through a port, so the network is needed for one thing alone: the phone.
 * @param phone where the page registers as a phone; null: nowhere
 */
export function mayRequest(address: string, development: boolean, phone: string | null): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (phone !== null && url.href === phone) return true;
  if (url.protocol === 'blob:') return isOwn(url.pathname);
  return isOwn(address) || url.protocol === 'data:' || (development && url.protocol === 'devtools:');
}
