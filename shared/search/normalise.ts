/** Signs that mean the same in typed questions, one character for one. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '，': ',',
  '。': '.',
  '、': ',',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '《': '<',
  '》': '>',
  '—': '-',
  '～': '~',
};

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_TO_HALF = 0xfee0;

/**
 * Text as it is compared: half width, lower case, one form of each sign. Keeps the length in UTF-16 units, so that a
 * place found in it is the same place in the original.
 */
export function normalise(text: string): string {
  let result = '';
  for (let index = 0; index < text.length; index += 1) result += normaliseUnit(text.charAt(index));
  return result;
}

function normaliseUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (isHan(code)) return unit;
  const sign = SIGNS[unit];
  if (sign !== undefined) return sign;
  const half = code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST ? String.fromCharCode(code - FULL_TO_HALF) : unit;
  const lower = half.toLowerCase();
  return lower.length === 1 ? lower : half;
}

/** True for a Chinese character of the common planes, by its UTF-16 code. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

/** True for a half-width lower-case letter or digit, by its UTF-16 code. */
export function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
