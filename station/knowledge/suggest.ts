import type { SubjectId, UnitId } from '../../shared/domain/ids.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { ModelKind } from '../../shared/domain/model.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { createBm25 } from '../../shared/search/bm25.ts';
import { normalise } from '../../shared/search/normalise.ts';
import { synonymsIn } from '../../shared/search/synonyms.ts';
import { unitTerms } from '../../shared/text/subject-term.ts';
import { guess, type Guess, type TextModel } from '../../shared/text/text-model.ts';
import { textTerms } from '../../shared/text/text-terms.ts';
import { countInto, pairsOf, wordsOf, type Segment } from '../../shared/search/terms.ts';

export interface SubjectSuggestion {
  readonly subject: Subject;
  /** 0 to 1. */
  readonly confidence: number;
  /** The words of the text that speak for it, the most telling first. */
  readonly reasons: string[];
}

export interface UnitSuggestion {
  readonly unit: Unit;
  readonly confidence: number;
  readonly reasons: string[];
}

/** What became of an earlier order that is like the text; `score` from `SimilarOrders.nearest`. */
export interface Precedent {
  readonly subjectId: SubjectId | null;
  readonly unitId: UnitId | null;
  readonly score: number;
}

/** Reads what the operator writes and says what it is about and who handles it. */
export interface Suggester {
  setSubjects(subjects: readonly Subject[]): void;
  setUnits(units: readonly Unit[]): void;
  /** What was learned from the orders; null where there is nothing yet, or it cannot be read. */
  setModels(models: Readonly<Record<ModelKind, TextModel | null>>): void;
  /** Best first. With the nearest earlier orders (some twenty) much surer than by words alone. */
  subjects(text: string, precedents?: readonly Precedent[]): SubjectSuggestion[];
  /** Best first; open units only. The unit that usually handles the subject leads unless the text speaks against it. */
  units(text: string, subjectId: SubjectId | null, precedents?: readonly Precedent[]): UnitSuggestion[];
}

const MOST = 5;
const LEAST_CONFIDENCE = 0.05;
const MOST_REASONS = 4;
/** Of a unit's confidence, what comes from its being the subject's usual one. */
const SUBJECT_SHARE = 0.6;
const SYNONYM_WEIGHT = 0.5;
const PAIR_WEIGHT = 0.5;
/** Of the confidence, what comes from earlier orders, where the nearest is `NEAR` or nearer. */
const PRECEDENT_SHARE = 0.75;
const NEAR = 0.35;
const filedAlike = (count: number): string => `以往同类 ${count} 件`;
/** A score at which one may be quite sure that the words are no accident. */
const FIRM_SCORE = 9;

/** A text that stands for a subject or unit, and how much its words count. */
type Source = readonly [text: string, weight: number];

interface Match<T> {
  readonly item: T;
  readonly confidence: number;
  readonly reasons: string[];
}

export function createSuggester({ segment }: { segment: Segment }): Suggester {
  let subjects: readonly Subject[] = [];
  let units: readonly Unit[] = [];
  let subjectMatcher = createMatcher<Subject>(segment, [], () => []);
  let models: Readonly<Record<ModelKind, TextModel | null>> = { subject: null, unit: null };
  let unitMatcher: ReturnType<typeof createMatcher<Unit>> | null = null;

  function unitSources(unit: Unit): Source[] {
    const own = subjects.filter((subject) => subject.unitId === unit.id);
    return [
      [unit.shortName, 4],
      [unit.name, 3],
      [unit.duties, 2],
      ...own.flatMap((subject): Source[] => [
        [subject.path[2], 2],
        [subject.words.join(' '), 2],
      ]),
    ];
  }

  return {
    setSubjects(next) {
      subjects = next;
      unitMatcher = null;
      subjectMatcher = createMatcher(segment, next, ({ path, words }) => [
        [words.join(' '), 4],
        [path[2], 3],
        [path[1], 2],
        [path[0], 1],
      ]);
    },
    setUnits(next) {
      units = next.filter((unit) => unit.open);
      unitMatcher = null;
    },
    setModels(next) {
      models = next;
    },
    subjects(text, precedents = []) {
      const votes = precedents.map(({ subjectId, score }) => ({ id: subjectId, score }));
      const byRules = withPrecedents(subjectMatcher(text), subjects, votes);
      const learned = models.subject ? guess(models.subject, textTerms(text, segment), MOST) : [];
      return withLearned(byRules, subjects, learned).map(({ item, ...match }) => ({ subject: item, ...match }));
    },
    units(text, subjectId, precedents = []) {
      unitMatcher ??= createMatcher(segment, units, unitSources);
      const subject = subjects.find(({ id }) => id === subjectId) ?? null;
      const usual = units.find(({ id }) => id === subject?.unitId) ?? null;
      const votes = precedents.map(({ unitId, score }) => ({ id: unitId, score }));
      const likely = withUsual(withPrecedents(unitMatcher(text), units, votes), usual, subject);
      const learned = models.unit ? guess(models.unit, unitTerms(text, subjectId, segment), MOST) : [];
      return withLearned(likely, units, learned).map(({ item, ...match }) => ({ unit: item, ...match }));
    },
  };
}

/**
 * A model's chances are measured ones and stand as they are. What it does not know, such as a subject made since it was
 * trained, keeps what the rules think of it, as far as the model leaves room.
 */
function withLearned<T extends { readonly id: string }>(
  byRules: readonly Match<T>[],
  items: readonly T[],
  learned: readonly Guess[],
): Match<T>[] {
  if (learned.length === 0) return [...byRules];
  const known = learned.flatMap(({ label, confidence, reasons }): Match<T>[] => {
    const item = items.find(({ id }) => id === label);
    const filed = byRules.find((match) => match.item.id === label)?.reasons ?? [];
    return item ? [{ item, confidence, reasons: [...new Set([...reasons, ...filed])].slice(0, MOST_REASONS) }] : [];
  });
  const room = 1 - known.reduce((sum, { confidence }) => sum + confidence, 0);
  const others = byRules
    .filter(({ item }) => !known.some((match) => match.item.id === item.id))
    .map((match) => ({ ...match, confidence: match.confidence * Math.max(0, room) }));
  return [...known, ...others]
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, MOST);
}

interface Vote {
  readonly id: string | null;
  readonly score: number;
}

/** Joins what the words say with how earlier orders like this were filed: the nearer these are, the more they count. */
function withPrecedents<T extends { readonly id: string }>(
  matches: readonly Match<T>[],
  items: readonly T[],
  votes: readonly Vote[],
): Match<T>[] {
  const nearest = votes.reduce((most, { score }) => Math.max(most, score), 0);
  if (nearest === 0) return [...matches];
  const whole = votes.reduce((sum, { score }) => sum + score ** 2, 0);
  const trust = PRECEDENT_SHARE * Math.min(1, nearest / NEAR);
  return items
    .flatMap((item): Match<T>[] => {
      const match = matches.find((candidate) => candidate.item.id === item.id);
      const own = votes.filter(({ id }) => id === item.id);
      const filed = own.reduce((sum, { score }) => sum + score ** 2, 0) / whole;
      const confidence = trust * filed + (1 - trust) * (match?.confidence ?? 0);
      const reasons = [...(match?.reasons ?? []), ...(own.length > 0 ? [filedAlike(own.length)] : [])];
      return confidence >= LEAST_CONFIDENCE ? [{ item, confidence, reasons }] : [];
    })
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, MOST);
}

/** Lifts the subject's usual unit, or adds it where no word of the text speaks for it. */
function withUsual(matches: readonly Match<Unit>[], usual: Unit | null, subject: Subject | null): Match<Unit>[] {
  if (!usual || !subject) return [...matches];
  const isUsual = (id: UnitId): boolean => id === usual.id;
  const known = matches.find(({ item }) => isUsual(item.id));
  const reasons = [subject.path[2], ...(known?.reasons ?? []).filter((reason) => reason !== subject.path[2])];
  const lifted = {
    item: usual,
    confidence: SUBJECT_SHARE + (1 - SUBJECT_SHARE) * (known?.confidence ?? 0),
    reasons: reasons.slice(0, MOST_REASONS),
  };
  const others = matches
    .filter(({ item }) => !isUsual(item.id))
    .map((match) => ({ ...match, confidence: match.confidence * (1 - SUBJECT_SHARE) }));
  return [lifted, ...others].filter(({ confidence }) => confidence >= LEAST_CONFIDENCE).slice(0, MOST);
}

function createMatcher<T>(
  segment: Segment,
  items: readonly T[],
  sources: (item: T) => readonly Source[],
): (text: string) => Match<T>[] {
  // Short documents of very different length: their length says nothing about how well they fit.
  const ranking = createBm25({ k1: 1.5, b: 0.2 });
  const byDoc = new Map<number, { item: T; terms: ReadonlySet<string> }>();
  for (const item of items) {
    const counts = new Map<string, number>();
    for (const [text, weight] of sources(item)) {
      const plain = normalise(text);
      countInto(counts, new Set([...wordsOf(plain, segment), ...pairsOf(plain)]), weight);
    }
    byDoc.set(ranking.add(counts), { item, terms: new Set(counts.keys()) });
  }

  return (text) => {
    const plain = normalise(text);
    const words = new Set(wordsOf(plain, segment));
    const weights = new Map<string, number>();
    for (const pair of pairsOf(plain)) weights.set(pair, PAIR_WEIGHT);
    for (const word of words) weights.set(word, 1);
    const meant = new Map<string, string>();
    for (const { word, others } of synonymsIn(plain)) {
      for (const other of others.flatMap((phrase) => wordsOf(phrase, segment))) {
        if (weights.has(other)) continue;
        weights.set(other, SYNONYM_WEIGHT);
        meant.set(other, word);
      }
    }

    const { docs, scores } = ranking.search(weights);
    const best = [...docs].toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0)).slice(0, MOST);
    const whole = best.reduce((sum, doc) => sum + (scores[doc] ?? 0) ** 2, 0);
    return best.flatMap((doc): Match<T>[] => {
      const known = byDoc.get(doc);
      const score = scores[doc] ?? 0;
      // How far ahead of the others, and whether there is enough to go by at all.
      const confidence = (score ** 2 / whole) * (1 - Math.exp(-score / FIRM_SCORE));
      if (!known || confidence < LEAST_CONFIDENCE) return [];
      return [{ item: known.item, confidence, reasons: reasonsFor(known.terms, words, meant, ranking.idf) }];
    });
  };
}

function reasonsFor(
  terms: ReadonlySet<string>,
  words: ReadonlySet<string>,
  meant: ReadonlyMap<string, string>,
  idf: (term: string) => number,
): string[] {
  const spoken = [...words].filter((word) => word.length > 1 && terms.has(word));
  const others = [...meant].filter(([term]) => terms.has(term)).map(([, word]) => word);
  const telling = [...new Set([...spoken.toSorted((one, other) => idf(other) - idf(one)), ...others])];
  // 公积 says nothing beside 公积金.
  return telling
    .filter((word) => !telling.some((longer) => longer !== word && longer.includes(word)))
    .slice(0, MOST_REASONS);
}
