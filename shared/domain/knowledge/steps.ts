import { z } from 'zod';

/** A step's key within its article. */
const stepIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/);

/** What the caller may answer: it leads to the next question, or to what they are told. */
const stepAnswerSchema = z.object({
  text: z.string().trim().min(1, '请写下可选的回答').max(100),
  next: stepIdSchema.nullable(),
  /** What is said at the end of this way; empty where another question follows. */
  outcome: z.string().trim().max(1000),
});

const stepSchema = z.object({
  id: stepIdSchema,
  question: z.string().trim().min(1, '请写下要问的问题').max(200),
  answers: z.array(stepAnswerSchema).min(1, '每一步至少有一个回答').max(9),
});
export type Step = z.infer<typeof stepSchema>;

/** What is wrong with a set of steps as a whole, in words for the screen; null where every way comes to an end. */
export function stepsProblem(steps: readonly Step[]): string | null {
  const byId = new Map(steps.map((step) => [step.id, step]));
  if (byId.size < steps.length) return '有两步用了同一个编号';
  for (const { question, answers } of steps) {
    for (const { text, next, outcome } of answers) {
      if (next === null && outcome === '') return `“${question}”的回答“${text}”没有下一步，也没有答复内容`;
      if (next !== null && !byId.has(next)) return `“${question}”的回答“${text}”指向不存在的一步`;
    }
  }
  return endless(steps, byId);
}

/** A way that comes back to a question asked before would never end. */
function endless(steps: readonly Step[], byId: ReadonlyMap<string, Step>): string | null {
  const done = new Set<string>();
  const visit = (step: Step, path: readonly string[]): string | null => {
    if (path.includes(step.id)) return `“${step.question}”会绕回自己`;
    if (done.has(step.id)) return null;
    for (const { next } of step.answers) {
      const following = next === null ? undefined : byId.get(next);
      const problem = following ? visit(following, [...path, step.id]) : null;
      if (problem) return problem;
    }
    done.add(step.id);
    return null;
  };
  for (const step of steps) {
    const problem = visit(step, []);
    if (problem) return problem;
  }
  return null;
}

/** Decision steps (问诊式); the first is where the operator begins. */
export const stepsSchema = z
  .array(stepSchema)
  .min(1)
  .max(40)
  .superRefine((steps, context) => {
    const problem = stepsProblem(steps);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });
