/**
 * Grams asked of one word at most. Each costs the reading of everything it occurs in, and the first ones of a number or
 * a telephone occur nearly everywhere; six spread over a long word single it out.
 */
const ASKED_PER_WORD = 6;

/** Characters from which on what was typed may be a whole number. */
const WHOLE_LENGTH = 8;

/**
 * What is indexed of an order's texts: every run of two and of three characters, punctuation left out, so that any part
 * of a number, a name or a sentence is found without segmentation. A word of two characters is one look-up.
 * @param keys numbers that are also found as a whole, and then alone: the grams of one occur in many others
 */
export function gramsOf(fields: readonly string[], keys: readonly string[] = []): string {
  const grams = new Set(keys.map((key) => plain(key).join('')).filter((key) => key.length >= WHOLE_LENGTH));
  for (const field of fields) {
    const characters = plain(field);
    for (let at = 0; at < characters.length; at += 1) {
      // The last character begins no pair; alone, it still has to be found by its own prefix.
      grams.add(characters.slice(at, at + 2).join(''));
      if (at + 3 <= characters.length) grams.add(characters.slice(at, at + 3).join(''));
    }
  }
  return [...grams].join(' ');
}

/** The FTS5 expression for what somebody typed as one whole number; null where it cannot be one. */
export function wholeQuery(typed: string): string | null {
  const characters = plain(typed);
  return characters.length >= WHOLE_LENGTH ? `"${characters.join('')}"` : null;
}

/**
 * The FTS5 expression for what somebody typed: words parted by spaces must all occur.
 * @returns null where nothing searchable was typed
 */
export function gramQuery(typed: string): string | null {
  const terms = typed.split(/\s+/).flatMap((word) => wordTerms(plain(word)));
  return terms.length > 0 ? [...new Set(terms)].join(' AND ') : null;
}

/**
 * Tells whether every word that was asked by some of its grams only does occur in one of an order's texts: six grams of
 * a number may lie scattered over another order's number and telephone. The typed words are read once for all orders.
 * @returns null where every word was asked whole
 */
export function sampledIn(typed: string): ((fields: readonly string[]) => boolean) | null {
  const words = longWords(typed);
  if (words.length === 0) return null;
  return (fields) => {
    const texts = fields.map((field) => plain(field).join(''));
    return words.every((word) => texts.some((text) => text.includes(word)));
  };
}

function longWords(typed: string): string[] {
  return typed
    .split(/\s+/)
    .map(plain)
    .filter((characters) => characters.length - 2 > ASKED_PER_WORD)
    .map((characters) => characters.join(''));
}

function wordTerms(characters: readonly string[]): string[] {
  if (characters.length === 0) return [];
  if (characters.length === 1) return [`"${characters.join('')}"*`];
  if (characters.length === 2) return [`"${characters.join('')}"`];
  const grams = characters.slice(2).map((_, at) => `"${characters.slice(at, at + 3).join('')}"`);
  if (grams.length <= ASKED_PER_WORD) return grams;
  // Evenly spread, up to the last one.
  return Array.from({ length: ASKED_PER_WORD }, (_, at) => Math.round(((at + 1) * grams.length) / ASKED_PER_WORD) - 1)
    .map((at) => grams[at] ?? '')
    .filter((gram) => gram !== '');
}

/** Letters and digits in one width and case: nothing that FTS5 could read as an operator is left. */
function plain(text: string): string[] {
  return Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
}
