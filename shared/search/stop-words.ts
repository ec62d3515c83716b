/** Words that ask, greet or join, and tell nothing of what is asked about. */
const WORDS = `
的 了 吗 呢 啊 吧 呀 嘛 哦 么 着 过 地 得 和 与 及 或 或者 以及 并 并且 而 而且 但 但是 因为 所以 如果 的话 就 都 也 还 又 再 才 只 很 太 更 最
我 你 您 他 她 它 我们 你们 他们 咱们 自己 本人 大家 这 那 哪 这个 那个 哪个 这些 那些 哪些 这样 那样 这里 那里 哪里 此 该 其 之 于 以 为 由 从 向 对 对于 关于 把 被 让 给 在 到 是 有 没有 没 不 不是 无 要 会 能 可 可以 应该 应 请 请问 想 想问 咨询 问 问一下 问下 一下 什么 怎么 怎样 如何 怎么办 怎么样 为什么 为何 何时 多少 几 谁 是否 是不是 能否 能不能 可否 可不可以 有没有 会不会 要不要 还是 一个 一些 有些 一直 现在 目前 已经 已 将 您好 你好 谢谢 感谢 麻烦 情况 问题 相关 有关 进行 反映 来电 市民 群众 网友 回复 答复 如下
个 位 件 次 等 等等 上 下 中 内 外 里 后 前 时 时候 年 月 日
`;

const STOP: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));

/** Characters that join words: a pair with one of them is no word of its own, but for these. */
const JOINING: ReadonlySet<string> = new Set('的了吗呢啊吧呀嘛么您我你他她它这那哪');
const WORDS_WITH_THEM: ReadonlySet<string> = new Set(
  '目的 标的 的士 的哥 了解 了结 了断 网吧 酒吧 吧台 氧吧 其他 其它 他人 他乡 自我 我国 我市 我省 我县 我区'.split(' '),
);

export function isStopWord(word: string): boolean {
  return STOP.has(word);
}

/** Whether two neighbouring characters may be a word, or a part of one. */
export function mayBelong(pair: string): boolean {
  if (JOINING.has(pair.charAt(0)) || JOINING.has(pair.charAt(1))) return WORDS_WITH_THEM.has(pair);
  return !STOP.has(pair);
}
