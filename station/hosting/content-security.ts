/**
 * The headers under which either host shows the renderer: nothing from anywhere else, no inline script, styles written
 * at run time only with this answer's nonce, no framing, no referrer.
 * @param nonce fresh for every page that is answered
 * @param connect where scripts may connect to besides the page's own origin
 */
export function pageHeaders(nonce: string, connect: readonly string[]): Record<string, string> {
  const policy: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(self), speaker-selection=(self), geolocation=(), usb=(), serial=(), hid=(self), payment=()',
    'cache-control': 'no-cache',
  };
}

/** What Vite writes wherever a nonce belongs (`html.cspNonce`); the host puts the answer's own in its place. */
export const NONCE_PLACE = '__HOTLINE_NONCE__';

/** Where the page's own fence, and the page itself, have the address at which it may register as a phone. */
export const PHONE_PLACE = '__HOTLINE_PHONE__';

/** The built page with this answer's nonce and the phone's address in it; both are free of what HTML reads otherwise. */
export function withPlaces(html: string, nonce: string, phone: string | null): string {
  return html.replaceAll(NONCE_PLACE, nonce).replaceAll(PHONE_PLACE, phone ?? '');
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  wasm: 'application/wasm',
};

/** The content type of a file of the renderer's build; null for a kind that does not belong there. */
export function contentType(file: string): string | null {
  return TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? null;
}
