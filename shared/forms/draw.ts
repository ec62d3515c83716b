import type { Block } from './blocks.ts';
import { blotted, goesToAccused, maskedFacts, withoutCaller } from './conceal.ts';
import type { Drawing } from './drawing.ts';
import type { Facts, FormDefinition, HandValues } from './facts.ts';
import { lay } from './lay.ts';

/** A form with what it is filled from. */
export interface Filling {
  readonly form: FormDefinition;
  /** Personal data in clear; `masked` says whether it may stay so. */
  readonly facts: Facts;
  readonly masked: boolean;
  readonly values: HandValues;
}

/**
 * The filled form, piece by piece. What the hand has not written yet is what the order suggests. A sheet that comes to
 * the unit complained of never names who complained, whoever prints it. J5, T17.
 */
export function fillForm(filling: Filling): readonly Block[] {
  const { form } = filling;
  const whole = fill(filling, form.blocks, form.reaches === 'unit');
  return form.counterpart ? [...whole, ...fill(filling, form.counterpart, true)] : whole;
}

/** The form as it lies on paper. Pure: the same facts and the same handwriting give the same sheets. */
export function drawForm(filling: Filling): Drawing {
  return lay(fillForm(filling));
}

/** What the order suggests for each field of the hand. */
export function suggestions({ form, facts }: Pick<Filling, 'form' | 'facts'>): HandValues {
  const suggested = Object.fromEntries(form.hand.map(({ id, suggest }) => [id, suggest(facts)]));
  const { order } = facts.record;
  return form.reaches === 'unit' && goesToAccused(order) ? blotted(suggested, order) : suggested;
}

function fill({ form, facts, masked, values }: Filling, blocks: FormDefinition['blocks'], toUnit: boolean) {
  const { order } = facts.record;
  const hide = toUnit && goesToAccused(order);
  const seen = hide ? withoutCaller(facts) : masked ? maskedFacts(facts) : facts;
  const suggested = suggestions({ form, facts });
  const filled = blocks(seen, (id) => values[id] ?? suggested[id] ?? '');
  return hide ? blotted(filled, order) : filled;
}
