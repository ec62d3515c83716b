import type { Block } from '../../../shared/domain/knowledge/rich-text.ts';
import { stepsProblem, stepsSchema, type Step } from '../../../shared/domain/knowledge/steps.ts';

type StepsBlock = Extract<Block, { type: 'steps' }>;

/**
 * Decision steps as somebody types them: `1 是否已婚？` asks, `- 已婚 > 2` leads on, `- 未婚：带身份证。` ends.
 * @returns the steps (null where nothing is written), or what is wrong in words
 */
export function parseSteps(text: string): { readonly steps: StepsBlock | null; readonly problem: string | null } {
  const steps: { id: string; question: string; answers: Step['answers'] }[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '') continue;
    const answer = /^[-－—]\s*(.+)$/.exec(line)?.[1];
    const asked = /^(\d{1,2})[.、．\s]\s*(.+)$/.exec(line);
    if (answer !== undefined) {
      const last = steps.at(-1);
      if (!last) return wrong(`“${line}”前面没有问题`);
      const leads = /^(.+?)\s*[>＞]\s*(\d{1,2})$/.exec(answer);
      const ends = /^(.+?)[：:]\s*(.+)$/.exec(answer);
      if (leads) last.answers.push({ text: leads[1] ?? '', next: leads[2] ?? '', outcome: '' });
      else if (ends) last.answers.push({ text: ends[1] ?? '', next: null, outcome: ends[2] ?? '' });
      else return wrong(`“${line}”既没有下一步（> 编号），也没有答复（：内容）`);
    } else if (asked) steps.push({ id: asked[1] ?? '', question: asked[2] ?? '', answers: [] });
    else return wrong(`看不懂“${line}”：问题以编号开头，回答以“-”开头`);
  }
  if (steps.length === 0) return { steps: null, problem: null };
  const problem = stepsProblem(steps);
  if (problem) return wrong(problem);
  const parsed = stepsSchema.safeParse(steps);
  if (!parsed.success) return wrong(parsed.error.issues[0]?.message ?? '步骤有误');
  return { steps: { type: 'steps', steps: parsed.data }, problem: null };
}

function wrong(problem: string): { steps: null; problem: string } {
  return { steps: null, problem };
}

/** Steps as they are typed; numbers are given anew in their order. */
export function formatSteps(steps: readonly Step[]): string {
  const number = new Map(steps.map(({ id }, at) => [id, String(at + 1)]));
  return steps
    .map(({ id, question, answers }) =>
      [
        `${number.get(id) ?? id} ${question}`,
        ...answers.map(({ text, next, outcome }) =>
          next === null ? `- ${text}：${outcome}` : `- ${text} > ${number.get(next) ?? next}`,
        ),
      ].join('\n'),
    )
    .join('\n');
}
