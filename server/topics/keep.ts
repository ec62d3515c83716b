import { readCentre } from '../../db/central/reference.ts';
import type { Reader, Writer } from '../../db/central/database.ts';
import { changeTopics, topicsKept, type TopicRow } from '../../db/central/topics.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { ChangedOrder } from '../figures/changed-order.ts';
import { createGazetteer, type Gazetteer, type Place } from '../../shared/hints/gazetteer.ts';

/** What a place that somebody wrote is called; '' where nothing was written. */
export type PlaceNames = (written: string) => string;

/** By the centre's list, so that two ways of writing one place come together; what the list does not have stays as it is. */
export function placeNames(places: readonly Place[]): PlaceNames {
  let gazetteer: Gazetteer | null = null;
  return (written) => {
    if (written.trim() === '') return '';
    gazetteer ??= createGazetteer(places);
    return gazetteer.find(written)?.place ?? written.trim();
  };
}

export async function readPlaceNames(db: Reader): Promise<PlaceNames> {
  return placeNames((await readCentre(db))?.places ?? []);
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

/** In the transaction that changes the orders. @param names where they have been read already */
export async function keepTopics(
  tx: Writer,
  changed: readonly ChangedOrder[],
  names: PlaceNames | null = null,
): Promise<void> {
  const moved = changed.filter(({ before, after }) => !before || !sameTopic(asWritten(before), asWritten(after)));
  if (moved.length === 0) return;
  const placeOf = names ?? (await readPlaceNames(tx));
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
