import type { DeskRow } from '../../db/central/desks.ts';
import type { ReceiptRow } from '../../db/central/receipts.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import type { KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { CommandId, DeskId } from '../../shared/domain/ids.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import { bodyOf, knowledgeBodyOf, type Envelope, type Receipt } from '../../shared/sync/envelope.ts';
import { isDesk, type DeskCredential } from '../access/desks.ts';

/** One push of one desk. */
export interface Delivery {
  readonly credential: DeskCredential;
  readonly deskId: DeskId;
  readonly deskEpoch: number;
  readonly commands: readonly Envelope[];
}

/** A command that is new to the centre, with the desk that delivered it; `body` null where it cannot be read here. */
export interface FreshCommand {
  readonly envelope: Envelope;
  readonly body: CommandBody | null;
  /** What it says about knowledge, where it is about that and not about an order. */
  readonly knowledge: KnowledgeCommand | null;
  readonly deskId: DeskId;
  readonly deskEpoch: number;
}

/** The pushes of a batch, sorted into what has to be decided and what is known. */
export interface Sorted {
  readonly fresh: readonly FreshCommand[];
  /** Where the desks' sequences stand after the batch. */
  readonly advanced: readonly { readonly id: DeskId; readonly lastSeq: number }[];
  /** Outcomes already stored; the batch adds its own. */
  readonly outcomes: Map<CommandId, { readonly at: Instant; readonly outcome: Receipt['outcome'] }>;
  readonly answers: readonly (
    | { readonly failure: Failure }
    | { readonly taken: readonly Envelope[]; readonly expected: number | null }
  )[];
}

/**
 * Walks every push in order against its desk's sequence. At or below the last one taken, or known by its id (a salvaged
 * outbox sends under a new epoch what it has sent before): the stored outcome. The next one: fresh. A gap: it stops and
 * names the number expected.
 */
export function sortOut(
  deliveries: readonly Delivery[],
  desks: readonly DeskRow[],
  known: readonly ReceiptRow[],
): Sorted {
  const rows = new Map(desks.map((desk) => [desk.id, desk]));
  const last = new Map(desks.map((desk) => [desk.id, desk.lastSeq]));
  const outcomes: Sorted['outcomes'] = new Map(known.map(({ commandId, at, outcome }) => [commandId, { at, outcome }]));
  const fresh = new Map<CommandId, FreshCommand>();

  const answers = deliveries.map((delivery): Sorted['answers'][number] => {
    const { deskId, deskEpoch, credential } = delivery;
    const desk = rows.get(deskId);
    if (!desk || !isDesk(desk, credential) || desk.epoch !== deskEpoch) return { failure: failure('DESK_UNKNOWN') };
    const taken: Envelope[] = [];
    for (const envelope of delivery.commands) {
      const lastSeq = last.get(deskId) ?? 0;
      if (envelope.deskSeq > lastSeq + 1) return { taken, expected: lastSeq + 1 };
      const isKnown = outcomes.has(envelope.commandId) || fresh.has(envelope.commandId);
      if (envelope.deskSeq <= lastSeq && !isKnown) {
        // The number is used up, but not by this command: the desk's outbox is an older copy. It must enrol afresh, and
        // then sends everything again under a new epoch; taking the command for a repeat would lose it.
        return { failure: failure('DESK_UNKNOWN', { detail: `序号 ${envelope.deskSeq} 已被另一条记录占用` }) };
      }
      if (!isKnown) {
        const knowledge = knowledgeBodyOf(envelope);
        const body = knowledge ? null : bodyOf(envelope);
        fresh.set(envelope.commandId, { envelope, body, knowledge, deskId, deskEpoch });
      }
      if (envelope.deskSeq > lastSeq) last.set(deskId, envelope.deskSeq);
      taken.push(envelope);
    }
    return { taken, expected: null };
  });

  const advanced = desks.flatMap(({ id, lastSeq: before }) => {
    const lastSeq = last.get(id) ?? before;
    return lastSeq > before ? [{ id, lastSeq }] : [];
  });
  return { fresh: [...fresh.values()], advanced, outcomes, answers };
}
