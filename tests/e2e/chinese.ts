import { expect, type Page } from '@playwright/test';

/** Latin words that are part of the language here: keys, file kinds and measures, numbers of orders, versions, addresses. */
const KNOWN = [
  /\b(?:Ctrl|Alt|Shift|Enter|Esc|Escape|Backspace|PageUp|PageDown|F\d{1,2})\b/g,
  /\b(?:MB|KB|PDF|Word|Excel|APP|App|KTV|WiFi|ETC|POS|LED|GPS|NFC|SIM|USB|VIP|CT|gjj)\b/g,
  /工单号 (?:JL|HB|TH|AK|ZZ)\b/g,
  /HB\d{4}-\d{6}|待编-[0-9A-Z]{4}-\d{4}/g,
  /v\d+\.\d+\.\d+\S*/g,
  /https?:\/\/\S+/g,
  /demo1234/g,
];

/** Citizens' own words and the knowledge's: not the program's text. */
const QUOTED = /^- (?:row|option|article|textbox)\b/;
/** The component library names its own icons so, inside controls that have a Chinese name of their own. */
const LIBRARY_ICON = /^- img "[a-z-]+"$/;
/** How the snapshot itself says what a thing is: its role, its states, the kind of a line. */
const NOTATION = /^- (?:\/?[a-z]+:?)|\[[^\]]*\]/g;

/** What of an accessibility snapshot has Latin words in it: everything a person reads or hears, line by line. */
function latinWords(snapshot: string): string[] {
  const found: string[] = [];
  let quotedFrom = Number.POSITIVE_INFINITY;
  for (const line of snapshot.split('\n')) {
    const indent = line.search(/\S/);
    if (indent > quotedFrom) continue;
    const text = line.trim().replace(/^- '(.*)'$/, '- $1');
    quotedFrom = QUOTED.test(text) ? indent : Number.POSITIVE_INFINITY;
    if (quotedFrom === indent || LIBRARY_ICON.test(text)) continue;
    const said = KNOWN.reduce((left, known) => left.replaceAll(known, ''), text.replaceAll(NOTATION, ''));
    if (/[A-Za-z]{2,}/.test(said)) found.push(text);
  }
  return found;
}

/** Everything a person reads or hears here is Chinese, but for what is part of the language. */
export async function expectChinese(page: Page, where: string): Promise<void> {
  expect(latinWords(await page.locator('body').ariaSnapshot()), where).toEqual([]);
}
