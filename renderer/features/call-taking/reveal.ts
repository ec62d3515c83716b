import { create } from 'zustand';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import { failureOf } from '../../data/failure-of.ts';
import type { DeskClient } from '../../host.ts';
import { SCREEN } from './text.ts';

export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

interface RevealState {
  /** Whose data is in clear now. */
  readonly shown: { readonly orderId: OrderId; readonly phone: string; readonly person: Person } | null;
  readonly failure: { readonly orderId: OrderId; readonly failure: Failure } | null;
}

export const useRevealState = create<RevealState>(() => ({ shown: null, failure: null }));

/** After this it is masked again, ms. */
const SHOWN_MS = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;

export function hidePerson(): void {
  clearTimeout(timer);
  useRevealState.setState({ shown: null, failure: null });
}

/** Asks for a caller's data in clear; the station logs the look first. Hidden again after 30 s. Null where refused. */
export async function revealPerson(desk: DeskClient, orderId: OrderId, phone: string): Promise<Person | null> {
  try {
    const person = await desk.callers.reveal({ phone, orderId, where: SCREEN });
    clearTimeout(timer);
    timer = setTimeout(hidePerson, SHOWN_MS);
    useRevealState.setState({ shown: { orderId, phone, person }, failure: null });
    return person;
  } catch (error) {
    useRevealState.setState({ failure: { orderId, failure: failureOf(error) } });
    return null;
  }
}

/** The person in clear while they are, of one draft and number. */
export function useRevealed(orderId: OrderId | null, phone: string): Person | null {
  return useRevealState(({ shown }) =>
    shown && shown.orderId === orderId && shown.phone === phone ? shown.person : null,
  );
}

export function useRevealFailure(orderId: OrderId | null): Failure | null {
  return useRevealState(({ failure }) => (failure?.orderId === orderId ? failure.failure : null));
}
