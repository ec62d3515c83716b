import { URGENCY_RULES, type UrgencyRule } from './urgency-rules.ts';

export interface UrgencySign {
  readonly sign: string;
  /** As the text says it. */
  readonly word: string;
  readonly reason: string;
}

/** Right before a word: it did not happen. */
const DENIED = /(?:没有|没|未|无|不是|并非|防止|避免|预防|担心以后)(?:人员?|发生|出现|造成|任何|再|过|存在){0,2}$/u;
/** Right behind a word: it is over. */
const OVER = /^.{0,4}(?:已经?|现已|早就)(?:恢复|解决|处理|修好|扑灭|来水|来电|通水|通电|找到)/u;
/** In the same sentence before the word: somebody asks how it would be. */
const ASKED = /(?:咨询|请问|想了解|演练|宣传|怎么预防|如何预防|补贴|赔偿标准)[^。！？；]*$/u;
const LOOK_BACK = 24;
const LOOK_AHEAD = 12;

/** What in a text speaks for 紧急, one line for each kind of sign; nothing that is denied, over, or only asked about. */
export function urgencySigns(text: string, rules: readonly UrgencyRule[] = URGENCY_RULES): UrgencySign[] {
  return rules.flatMap(({ sign, words, reason }) => {
    const word = words.find((candidate) => stands(text, candidate));
    return word === undefined ? [] : [{ sign, word, reason }];
  });
}

/** True where a word stands at least once as something that is so now. */
function stands(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const before = text.slice(Math.max(0, at - LOOK_BACK), at);
    const after = text.slice(at + word.length, at + word.length + LOOK_AHEAD);
    if (!DENIED.test(before) && !OVER.test(after) && !ASKED.test(before)) return true;
  }
  return false;
}
