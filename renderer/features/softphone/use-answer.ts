import { useEffect, useState } from 'react';
import type { TelephonyView } from '../../../shared/domain/call.ts';
import { useKey } from '../../keys/keys.ts';
import { callHindrance } from './abilities.ts';

/**
 * The key that answers. The bar shows 振铃 as soon as the call is offered to this person, a moment before their phone
 * rings and can be answered: a key pressed in between is a wish, which is done when the phone rings.
 */
export function useAnswer(view: TelephonyView | null, answer: () => void): void {
  const [wished, setWished] = useState(false);
  const rings = callHindrance(view, 'answer') === null;
  const offered = view?.agent.state === 'ringing' && !rings;
  // Whatever else became of the offer, the wish was for this one.
  if (wished && !offered && !rings) setWished(false);
  useKey('answer', () => (rings ? answer() : setWished(true)), rings || offered);
  useEffect(() => {
    if (wished && rings) answer();
  }, [wished, rings, answer]);
}
