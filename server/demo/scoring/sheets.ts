import { itemsOf } from '../../../shared/domain/scoring/form.ts';
import type { Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { at, type Random } from '../random.ts';
import { DEMO_COMMENTS, DEMO_FORM, DEMO_REMARKS } from './form.ts';

/** Everything right. */
export function fullSheet(): Sheet {
  const marks = itemsOf(DEMO_FORM).map(({ id, points }) => ({ itemId: id, points, remark: '', atSeconds: null }));
  return { marks, vetoes: [], comment: '' };
}

/** A sheet as an inspector fills it: most items right, some points off with a word and a place in the recording. */
export function sheetOf(random: Random, seconds: number): Sheet {
  const somewhere = (): number => random.between(3, Math.max(4, seconds - 5));
  const marks = itemsOf(DEMO_FORM).map(({ id, points }) => {
    const right = { itemId: id, points, remark: '', atSeconds: null };
    if (id === 'hold' && random.chance(0.6)) return { ...right, points: null };
    if (!random.chance(0.17)) return right;
    const lost = points <= 5 ? 2 : random.pick([2, 3, 5, 5, 8]);
    const remark = random.pick(at([DEMO_REMARKS[id] ?? ['需改进']], 0));
    return { itemId: id, points: points - Math.min(lost, points), remark, atSeconds: somewhere() };
  });
  const vetoes = random.chance(0.02)
    ? [{ vetoId: 'hangup', remark: '诉求人还在陈述时挂断', atSeconds: Math.max(0, seconds - 2) }]
    : [];
  return { marks, vetoes, comment: random.pick(DEMO_COMMENTS) };
}
