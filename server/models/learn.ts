import type { FiledOrder } from '../../db/central/models.ts';
import type { CatalogueEntry } from '../../shared/domain/catalogue.ts';
import type { ModelFigures, ModelKind, SuggestionOutcome } from '../../shared/domain/model.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { crossValidate, vocabularyFor, type Material } from '../../shared/text/judge-model.ts';
import { packModel } from '../../shared/text/model-bytes.ts';
import { unitTerms } from '../../shared/text/subject-term.ts';
import { textTerms } from '../../shared/text/text-terms.ts';
import { trainModel } from '../../shared/text/train-model.ts';
import { namesIn, withoutPerson } from './personal.ts';

/** Everything a training reads. */
export interface Filed {
  readonly orders: readonly FiledOrder[];
  readonly subjects: readonly Subject[];
  readonly units: readonly Unit[];
  readonly catalogue: readonly CatalogueEntry[];
  /** What people made of suggestions, by order. */
  readonly judged: ReadonlyMap<string, readonly Pick<SuggestionOutcome, 'kind' | 'outcome'>[]>;
}

export interface Learned {
  readonly kind: ModelKind;
  readonly figures: ModelFigures;
  readonly bytes: Uint8Array;
}

/** Fewer orders teach less than the rules and the dispatch catalogue know. */
export const LEAST_ORDERS = 200;
/** What fewer people said may be about one of them. */
const LEAST_PEOPLE = 3;
/** A label that fewer orders bear is left to the rules. */
const LEAST_OF_LABEL = 3;
/** What somebody filed against a suggestion teaches more than what was only taken. */
const CORRECTED_WEIGHT = 2;
const TABLE_WEIGHT = 0.5;

/** @returns null where there are too few orders of this kind to learn from */
export function learn(kind: ModelKind, filed: Filed, segment: Segment): Learned | null {
  const material = kind === 'subject' ? subjectMaterial(filed, segment) : unitMaterial(filed, segment);
  if (material.examples.length < LEAST_ORDERS) return null;
  const firstLevel = new Map(filed.subjects.map(({ id, path }): [string, string] => [id, path[0]]));
  const groupOf = kind === 'subject' ? (label: string): string => firstLevel.get(label) ?? label : null;
  const { figures, grouped, sharpness } = crossValidate(material, groupOf);
  const model = trainModel([...material.examples, ...material.tables], vocabularyFor(material), sharpness);
  const bytes = packModel(model);
  return {
    kind,
    bytes,
    figures: {
      own: figures,
      firstLevel: grouped,
      orders: material.examples.length,
      bytes: bytes.byteLength,
      terms: model.vocabulary.terms.length,
    },
  };
}

function subjectMaterial({ orders, subjects, judged }: Filed, segment: Segment): Material {
  const known = new Set<string>(subjects.map(({ id }) => id));
  const filed = orders.map((order) => {
    const { subjectId } = order.request;
    return {
      ...counted(order, textTerms(textOf(order), segment)),
      label: subjectId !== null && known.has(subjectId) ? subjectId : null,
      weight: weightOf(judged.get(order.id), 'subject'),
    };
  });
  const tables = subjects.map(({ id, path, words }) => ({
    label: id,
    weight: TABLE_WEIGHT,
    terms: textTerms([...path, ...words].join(' '), segment),
  }));
  return materialOf(filed, tables, orders);
}

function unitMaterial({ orders, subjects, units, catalogue, judged }: Filed, segment: Segment): Material {
  const open = new Map(units.flatMap((unit) => (unit.open ? [[unit.id as string, unit]] : [])));
  const filed = orders.map((order) => ({
    ...counted(order, unitTerms(textOf(order), order.request.subjectId, segment)),
    label: order.unitId !== null && open.has(order.unitId) ? order.unitId : null,
    weight: weightOf(judged.get(order.id), 'unit'),
  }));
  const duties = [...open.values()].map(({ id, name, duties: what }) => ({
    label: id as string,
    weight: TABLE_WEIGHT,
    terms: textTerms(`${name} ${what}`, segment),
  }));
  const listed = new Map<string, string>([
    ...subjects.flatMap(({ id, unitId }): [string, string][] => (unitId === null ? [] : [[id, unitId]])),
    ...catalogue.map(({ id, unitId }): [string, string] => [id, unitId]),
  ]);
  const byTable = subjects.flatMap(({ id, path }) => {
    const unitId = listed.get(id);
    if (unitId === undefined || !open.has(unitId)) return [];
    return [{ label: unitId, weight: TABLE_WEIGHT, terms: unitTerms(path.join(' '), id, segment) }];
  });
  return materialOf(filed, [...duties, ...byTable], orders);
}

type Counted = Material['examples'][number];

/** Only labels with orders of their own are learned; the other texts still tell which words are common. */
function materialOf(
  filed: readonly (Omit<Counted, 'label'> & { readonly label: string | null })[],
  tables: Material['tables'],
  orders: readonly FiledOrder[],
): Material {
  const sizes = new Map<string, number>();
  for (const { label } of filed) if (label !== null) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const isLearned = (label: string | null): label is string =>
    label !== null && (sizes.get(label) ?? 0) >= LEAST_OF_LABEL;
  return {
    examples: filed.flatMap(({ label, ...rest }) => (isLearned(label) ? [{ ...rest, label }] : [])),
    tables,
    unlabelled: filed.filter(({ label }) => !isLearned(label)),
    options: { least: LEAST_PEOPLE, forbidden: namesIn(orders) },
  };
}

function counted({ id, request }: FiledOrder, terms: ReadonlyMap<string, number>) {
  return { terms, from: request.caller.phone || id };
}

function textOf({ request }: FiledOrder): string {
  return withoutPerson(request.content, request);
}

function weightOf(
  outcomes: readonly Pick<SuggestionOutcome, 'kind' | 'outcome'>[] | undefined,
  kind: ModelKind,
): number {
  const corrected = outcomes?.some((one) => one.kind === kind && one.outcome !== 'accepted') ?? false;
  return corrected ? CORRECTED_WEIGHT : 1;
}
