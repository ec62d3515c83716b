/** All that the page may ask of the browser: putting text into the clipboard. Calls run over the operator's phone. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/**
 * @param permission as Electron names it
 * @param own whether the desk's own page asks
 */
export function mayUse(permission: string, own: boolean): boolean {
  return own && GRANTED.has(permission);
}
