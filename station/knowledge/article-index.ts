import type { Hit } from '../../shared/contract/knowledge-search.ts';
import { articleText } from '../../shared/domain/article-text.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { ArticleId, UnitId } from '../../shared/domain/ids.ts';
import { beijingDate } from '../../shared/instant.ts';
import { areasIn, areaShare } from '../../shared/search/areas.ts';
import { noTerms, readInto } from '../../shared/search/article-terms.ts';
import { createLibrary, type Library } from '../../shared/search/index/library.ts';
import { lookUp, type Found } from '../../shared/search/index/lookup.ts';
import { placeOf } from '../../shared/search/index/postings.ts';
import { termKey } from '../../shared/search/index/term-key.ts';
import { beginningWith, type Card, type Document } from '../../shared/search/index/volume.ts';
import { normalise } from '../../shared/search/normalise.ts';
import { queryTerms, type QueryHelp, type QueryTerms } from '../../shared/search/query-terms.ts';
import { makeSynonyms, SHIPPED_SYNONYMS, type Synonyms } from '../../shared/search/synonyms.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { makeSounds, sounded, soundingLike, stretchesOf, type Sounds } from '../../shared/search/title-pinyin.ts';
import { hitOf } from './hit.ts';

export interface ArticleIndexOptions {
  readonly segment: Segment;
  /** Decides what has expired, ms since 1970. */
  readonly nowMs: () => number;
  readonly unitName: (id: UnitId) => string | null;
  /** The article's text, which the index itself does not keep; null where it is gone meanwhile. */
  readonly article: (id: ArticleId) => Article | null;
}

export interface ArticleQuery {
  readonly query: string;
  /** null: articles of every unit. */
  readonly units: ReadonlySet<UnitId> | null;
  /** Empty: every kind. */
  readonly kinds: readonly Article['kind'][];
  /** Without what has expired. */
  readonly inForceOnly: boolean;
  readonly limit: number;
}

/** What is learned of an article beside its text. */
export interface Learned {
  /** Changes with the article or with what is learned of it. */
  readonly mark: string;
  /** Callers' wording that led to it. */
  readonly wordings: readonly string[];
  /** How often it has answered. */
  readonly uses: number;
}

/** All articles of the desk by what they say. */
export interface ArticleIndex {
  /**
   * Takes in a new or changed article; one that is not published is no longer found.
   * @param many see {@link Library.put}
   */
  put(article: Article, learned?: Learned, many?: boolean): void;
  remove(id: ArticleId): void;
  /**
   * Best first, with the passage that answers; an expired article never before one that is in force.
   * Without a question: those checked last. `total` counts what is worth showing, up to a limit.
   */
  search(query: ArticleQuery): { hits: Hit[]; total: number };
  /** The same without texts: which articles answer, best first. */
  rank(query: ArticleQuery): { terms: QueryTerms; found: Found[] };
  setSynonyms(synonyms: Synonyms): void;
  /** Names of the city's own districts and counties; what was put before has been read without them. */
  setAreas(names: readonly string[]): void;
  readonly library: Library;
}

/** Title words say what an article is about. */
const TITLE_WEIGHT = 2;
/** So do its first words, a little. */
const LEAD = 100;
const LEAD_WEIGHT = 0.5;
const EXPIRED_FACTOR = 0.4;
/** Below this share of the best score a find is chance. */
const LEAST_SHARE = 0.12;
/** Who is asked for is told by name and number; who asks about a matter wants to know what is done. Measured. */
const CONTACT_FACTOR = 0.5;
const CONTACT_SAID_FACTOR = 0.15;
const ASKS_WHOM = /电话|号码|联系|找谁|找哪|哪个部门|哪个单位|谁管|地址|在哪|上班时间|\d{3,}/u;
/** More than is shown, so that one in force is among them, and the order of the first is right. */
const LOOKED_AT = 20;
const MOST_BEGINNINGS = 8;
/** From here on a question that stands in a title as it is says what is looked for; shorter ones are common words. */
const WHOLE_FROM = 4;
const LONG_AGO = '1970-01-01';

export function createArticleIndex({ segment, nowMs, unitName, article }: ArticleIndexOptions): ArticleIndex {
  const library = createLibrary();
  let synonyms = makeSynonyms([]);
  let everyday: Sounds = makeSounds([]);
  let areas: readonly string[] = [];

  function setSynonyms(next: Synonyms): void {
    synonyms = next;
    // Everyday words are found by pinyin even where no title uses them: yb is 医保, and its synonyms do the rest.
    everyday = makeSounds(next.words.map(sounded));
  }
  setSynonyms(makeSynonyms(SHIPPED_SYNONYMS));

  function found(question: string, query: ArticleQuery, today: string): { terms: QueryTerms; found: Found[] } {
    const volumes = library.volumes();
    const sounds = [...volumes.map((volume) => volume.sounds), everyday];
    const help: QueryHelp = {
      segment,
      synonyms,
      resolve: remembered((letters) => stretchesOf(sounds, letters)),
      alike: (sound) => soundingLike(sounds, sound),
      beginning: (letters) =>
        volumes.flatMap((volume) => beginningWith(volume, letters, MOST_BEGINNINGS)).slice(0, MOST_BEGINNINGS),
      knows: (term) => {
        const key = termKey(term);
        return volumes.some(({ text, asked }) => placeOf(text, key) >= 0 || placeOf(asked, key) >= 0);
      },
    };
    const terms = queryTerms(question, help);
    const limit = Math.max(LOOKED_AT, query.limit);
    const keyed = [
      ...Array.from(terms.weights, ([term, weight]) => ({ key: termKey(term), weight })),
      ...Array.from(terms.helping, ([term, weight]) => ({ key: termKey(term), weight, helps: true })),
    ];
    const whom = ASKS_WHOM.test(question);
    const asked = areasIn(question, areas);
    const share = (card: Card): number =>
      (expired(card, today) ? EXPIRED_FACTOR : 1) *
      contactShare(card, whom, CONTACT_FACTOR) *
      areaShare(asked, card.areas === '' ? [] : card.areas.split(' '));
    const saidShare = (card: Card): number => share(card) * contactShare(card, whom, CONTACT_SAID_FACTOR);
    return { terms, found: lookUp(volumes, keyed, { listed: listedBy(query, today), limit, share, saidShare }) };
  }

  function lastChecked(query: ArticleQuery, today: string): Found[] {
    const listed = listedBy(query, today);
    const cards = library
      .volumes()
      .flatMap((volume) => volume.cards.filter((card, at) => volume.alive[at] === 1 && listed(card)));
    return cards
      .map((card) => ({ card, checkedOn: card.checkedOn, uses: card.uses }))
      .toSorted((one, other) => byText(other.checkedOn, one.checkedOn) || other.uses - one.uses)
      .map(({ card }) => ({ card, score: 0 }));
  }

  function shown({ card, score }: Found, phrases: ReadonlyMap<string, number>): Hit | null {
    const whole = article(card.id as ArticleId);
    return whole && hitOf(whole, { unitName, phrases, score });
  }

  return {
    library,
    setSynonyms,
    setAreas: (names) => {
      areas = names.map((name) => normalise(name).replaceAll(' ', ''));
    },
    put: (whole, learned = { mark: String(whole.version), wordings: [], uses: 0 }, many = false) => {
      library.put(
        documentOf(whole, learned, (text) => areasIn(text, areas), unitName),
        many,
      );
    },
    remove: (id) => library.remove(id),
    rank: (query) => found(normalise(query.query).trim(), query, beijingDate(nowMs())),
    search(query) {
      const today = beijingDate(nowMs());
      const question = normalise(query.query).trim();
      if (question === '') {
        const all = lastChecked(query, today);
        return { hits: hits(all, new Map()), total: all.length };
      }
      const { terms, found: all } = found(question, query, today);
      const best = all[0]?.score ?? 0;
      const worth = all.filter(({ score }) => score >= best * LEAST_SHARE);
      const ordered = inForceFirst(titledFirst(worth, question), today);
      return { hits: hits(ordered, terms.phrases), total: worth.length };

      function hits(ranked: readonly Found[], phrases: ReadonlyMap<string, number>): Hit[] {
        const listed: Hit[] = [];
        for (const one of ranked) {
          if (listed.length >= query.limit) break;
          const hit = shown(one, phrases);
          if (hit) listed.push(hit);
        }
        return listed;
      }
    },
  };
}

/** Those whose title holds the whole question stand first: a rare word elsewhere never outweighs what was named. */
function titledFirst(ranked: readonly Found[], question: string): readonly Found[] {
  if (question.length < WHOLE_FROM) return ranked;
  const named = ({ card }: Found): boolean => card.kind !== 'contact' && normalise(card.title).includes(question);
  return [...ranked.filter(named), ...ranked.filter((one) => !named(one))];
}

function documentOf(
  whole: Article,
  { mark, wordings, uses }: Learned,
  areasOf: (plain: string) => ReadonlySet<string>,
  unitName: ArticleIndexOptions['unitName'],
): Document {
  const body = articleText(whole);
  const unit = whole.unitId === null ? '' : (unitName(whole.unitId) ?? '');
  const card: Card = {
    id: whole.id,
    mark,
    title: whole.title,
    kind: whole.kind,
    unitId: whole.unitId,
    checkedOn: whole.checkedOn,
    validUntil: whole.state === 'expired' ? (whole.validUntil ?? LONG_AGO) : whole.validUntil,
    areas: [...areasOf(normalise(`${unit}\n${whole.title}\n${body}`))].join(' '),
    uses,
    listed: whole.state === 'published' || whole.state === 'expired',
  };
  const terms = noTerms();
  if (!card.listed) return { card, text: terms.counts, asked: [], latin: [], sounded: sounded('') };
  readInto(terms, whole.title, { weight: TITLE_WEIGHT, characters: true });
  readInto(terms, body, { weight: 1 });
  readInto(terms, body.slice(0, LEAD), { weight: LEAD_WEIGHT });
  // Its own number, whole: k-0132 is looked for as it is read out.
  terms.counts.set(termKey(whole.id), 1);
  const asked = [...whole.asked, ...wordings].map((wording) => {
    const said = noTerms();
    readInto(said, wording, { weight: 1 });
    return said.counts;
  });
  return { card, text: terms.counts, asked, latin: terms.latin, sounded: sounded(normalise(whole.title)) };
}

function listedBy({ units, kinds, inForceOnly }: ArticleQuery, today: string): (card: Card) => boolean {
  const wantedKinds = new Set<string>(kinds);
  const wantedUnits: ReadonlySet<string> | null = units;
  return (card) =>
    card.listed &&
    (wantedUnits === null || (card.unitId !== null && wantedUnits.has(card.unitId))) &&
    (wantedKinds.size === 0 || wantedKinds.has(card.kind)) &&
    !(inForceOnly && expired(card, today));
}

function contactShare(card: Card, whom: boolean, factor: number): number {
  return card.kind === 'contact' && !whom ? factor : 1;
}

function expired(card: Pick<Card, 'validUntil'>, today: string): boolean {
  return card.validUntil !== null && card.validUntil < today;
}

/** Keeps the order, but what is read out first must be in force wherever there is such an article. */
function inForceFirst(ranked: readonly Found[], today: string): readonly Found[] {
  const first = ranked.findIndex(({ card }) => !expired(card, today));
  const best = ranked[first];
  return first > 0 && best ? [best, ...ranked.slice(0, first), ...ranked.slice(first + 1)] : ranked;
}

/** Dates order as they are written. */
function byText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Asks once for the same. */
function remembered<T>(ask: (of: string) => T): (of: string) => T {
  const known = new Map<string, T>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const answer = ask(of);
    known.set(of, answer);
    return answer;
  };
}
