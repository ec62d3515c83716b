import { pinyin } from 'pinyin-pro';
import { isHan } from './normalise.ts';

/**
 * The syllable of each UTF-16 unit of a text, without tones, `ü` as `v`; units that are no Chinese characters stay
 * themselves. Readings follow the words they stand in: 银行 is `yin hang`.
 * @param text normalised
 */
export function syllables(text: string): string[] {
  const result: string[] = [];
  // Run by run: what pinyin-pro makes of foreign signs must not shift the places.
  for (const [run] of text.matchAll(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g)) {
    if (isHan(run.charCodeAt(0))) result.push(...pinyin(run, { toneType: 'none', type: 'array', v: true }));
    else result.push(...run.split(''));
  }
  return result;
}
