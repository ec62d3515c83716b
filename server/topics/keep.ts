import { readCentre } from '../../db/central/reference.ts';
import type { Reader, Writer } from '../../db/central/database.ts';
import { changeTopics, topicsKept, type TopicRow } from '../../db/central/topics.ts';
import type { Order } from '../../shared/domain/order.ts';
import { createGazetteer } from '../../shared/hints/gazetteer.ts';

/** What a place that somebody wrote is called; '' where nothing was written. */
export type PlaceNames = (written: string) => string;

/** By the centre's list, so that two ways of writing one place come together; what the list does not have stays as it is. */
export async function readPlaceNames(db: Reader): Promise<PlaceNames> {
  const gazetteer = createGazetteer((await readCentre(db))?.places ?? []);
  return (written) => gazetteer.find(written)?.place ?? written.trim();
}

export function topicOf({ id, request, createdAt, unitId }: Order, placeOf: PlaceNames): TopicRow {
  const grievance = request.category === 'complaint' || request.category === 'report';
  const unit = unitId ?? '';
  return {
    orderId: id,
    at: createdAt,
    subject: request.subjectId ?? '',
    place: placeOf(request.place),
    unit,
    concerned: grievance ? (request.accused.unitId ?? unit) : null,
  };
}

/** In the transaction that changes the orders. */
export async function keepTopics(
  tx: Writer,
  changed: readonly { readonly before: Order | null; readonly after: Order }[],
): Promise<void> {
  const moved = changed.filter(({ before, after }) => !before || !sameTopic(asWritten(before), asWritten(after)));
  if (moved.length === 0) return;
  const placeOf = await readPlaceNames(tx);
  // What was put then stands, whatever the list was called meanwhile: exactly that is taken off.
  const known = moved.flatMap(({ before }) => (before ? [before.id] : []));
  const gone = known.length === 0 ? [] : await topicsKept(tx, known);
  await changeTopics(
    tx,
    gone,
    moved.map(({ after }) => topicOf(after, placeOf)),
  );
}

export function sameTopic(one: TopicRow, other: TopicRow): boolean {
  return TOPIC_KEYS.every((key) => one[key] === other[key]);
}

const TOPIC_KEYS = ['at', 'subject', 'place', 'unit', 'concerned'] as const satisfies (keyof TopicRow)[];

function asWritten(order: Order): TopicRow {
  return topicOf(order, (written) => written);
}
