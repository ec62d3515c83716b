import { SYNONYM_WORDS } from './synonyms.ts';

/** High enough for a word to stand against the words it is made of. */
const OWN_WORD_FREQUENCY = 2000;

/** The words of government services, as lines of the segmenter's dictionary: desks and the centre must cut texts alike. */
export const OWN_WORDS = SYNONYM_WORDS.map((word) => `${word} ${OWN_WORD_FREQUENCY} n\n`).join('');
