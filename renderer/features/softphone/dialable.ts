/** A typed number as the exchange dials it; null where it is none. Spaces, hyphens and brackets are how people write. */
export function dialable(text: string): string | null {
  const digits = text.replaceAll(/[\s\-()（）—]/g, '');
  return /^\+?\d{3,20}$/.test(digits) ? digits : null;
}
