import { failure, type Failure } from '../../failure.ts';
import { instant, type Instant } from '../../instant.ts';
import type { Calendar } from '../../policy/calendar.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Article } from '../article.ts';
import type { OrderId, UnitId } from '../ids.ts';
import { may, seesTopics, type Actor, type Author } from '../people.ts';
import type { KnowledgeCommand } from './commands.ts';
import type { Feedback } from './feedback.ts';
import type { Deed, Manuscript } from './manuscript.ts';
import type { KnowledgeSettings } from './settings.ts';

/** What a decision about knowledge may look at, as the decider has it. */
export interface KnowledgeRules {
  readonly pack: Pack;
  readonly calendar: Calendar;
  readonly settings: KnowledgeSettings;
  readonly hasUnit: (id: UnitId) => boolean;
}

/** What is decided about: a manuscript with its article, or what somebody reported. Null: there is none yet. */
export interface KnowledgeDecision {
  readonly id: OrderId;
  readonly manuscript: Manuscript | null;
  readonly article: Article | null;
  readonly feedback: Feedback | null;
  readonly command: KnowledgeCommand;
  readonly actor: Actor;
  readonly rules: KnowledgeRules;
  /** Milliseconds since 1970, by the clock of whoever decides. */
  readonly nowMs: number;
}

/** A new version of an article, with what made it so. */
export interface NewVersion {
  readonly article: Article;
  readonly deed: Deed;
  readonly by: Author;
  readonly at: Instant;
  readonly note: string;
}

/** What a command comes to: whatever is named has changed. */
export type KnowledgeOutcome =
  | {
      readonly ok: true;
      readonly manuscript?: Manuscript;
      readonly version?: NewVersion;
      readonly feedback?: Feedback;
    }
  | { readonly ok: false; readonly failure: Failure };

export function refuse(
  code: Failure['code'],
  more: { readonly article?: string; readonly detail?: string } = {},
): KnowledgeOutcome {
  return { ok: false, failure: failure(code, { article: more.article ?? null, detail: more.detail ?? null }) };
}

export function stampOf({ actor, nowMs }: Pick<KnowledgeDecision, 'actor' | 'nowMs'>): { at: Instant; by: Author } {
  return { at: instant(nowMs), by: { accountId: actor.accountId, jobNumber: actor.jobNumber, name: actor.name } };
}

/** The centre's knowledge editors keep everything. */
export function edits(actor: Actor): boolean {
  return may(actor, 'knowledge.edit');
}

/** A unit's own people keep what is their unit's. T: 第十二条. */
export function owns(actor: Actor, unitId: UnitId | null): boolean {
  if (unitId === null || !(may(actor, 'order.handle') || may(actor, 'order.sign'))) return false;
  return actor.unitId === unitId || (actor.grants.units !== 'all' && actor.grants.units.includes(unitId));
}

/**
 * Who may hand the editors a draft they do not keep: the centre's own people, who see what rises in the hot topics. It
 * takes no right over knowledge: nobody reads the draft but its keepers, who rewrite, publish or drop it. T13.
 */
export function proposes(actor: Actor): boolean {
  return seesTopics(actor) && may(actor, 'knowledge.read') && actor.grants.units === 'all';
}

/** Whether somebody keeps knowledge at all: theirs is the 知识管理 screen. */
export function keepsKnowledge(actor: Actor): boolean {
  return edits(actor) || (actor.unitId !== null && owns(actor, actor.unitId));
}
