/**
 * All that the page may ask of the browser: putting text into the clipboard, the microphone and the choice of a speaker
 * for calls, and the button of a headset.
 */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'media', 'speaker-selection', 'hid']);

/**
 * @param permission as Electron names it
 * @param own whether the desk's own page asks
 * @param media what it would capture, where it asks for that: sound alone is granted, a camera never
 */
export function mayUse(permission: string, own: boolean, media: readonly string[]): boolean {
  if (!own || !GRANTED.has(permission)) return false;
  return permission !== 'media' || (media.length > 0 && media.every((each) => each === 'audio'));
}
