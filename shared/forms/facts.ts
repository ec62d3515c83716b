import type { Order } from '../domain/order.ts';
import type { Unit } from '../domain/unit.ts';
import type { formIdSchema } from '../policy/pack-course.ts';
import type { Pack } from '../policy/pack.ts';
import type { OrderRecord } from '../sync/feed.ts';
import type { z } from 'zod';
import type { Block } from './blocks.ts';

export type FormId = z.infer<typeof formIdSchema>;

/** What a form is filled from. The record is as its reader may have it. */
export interface Facts {
  readonly record: OrderRecord;
  readonly pack: Pack;
  readonly units: readonly Pick<Unit, 'id' | 'name' | 'contacts'>[];
  /** 事项分类, from the widest to the narrowest. */
  readonly subjectPath: readonly string[];
  /** Who prints. */
  readonly by: string;
  /** When it is printed, ms since 1970: dates of issue. */
  readonly nowMs: number;
}

/** What only a hand knows, with what the order suggests for it. */
export interface HandField {
  readonly id: string;
  readonly label: string;
  /** Lines of the box it is written in. */
  readonly rows: number;
  readonly suggest: (facts: Facts) => string;
}

/** What a hand has written, by field id. */
export type HandValues = Readonly<Record<string, string>>;

/** One form of one city, filled purely from an order. */
export interface FormDefinition {
  readonly id: FormId;
  /** In whose hands it ends. One that reaches the unit complained of never names who complained. J5, T17. */
  readonly reaches: 'centre' | 'unit' | 'caller';
  /** A unit's people may print it; the others stay with the centre. */
  readonly forUnits: boolean;
  /** Copies the text asks for. */
  readonly copies: number;
  readonly hand: readonly HandField[];
  readonly blocks: (facts: Facts, hand: (id: string) => string) => readonly Block[];
  /** A half below the cut that is sent to the unit while the one above it stays with the centre. */
  readonly counterpart?: (facts: Facts, hand: (id: string) => string) => readonly Block[];
}

export function unitName({ units }: Facts, id: string | null): string {
  return units.find((unit) => unit.id === id)?.name ?? '';
}

/** The unit that has the order, by its liaison: whoever answers for it in working hours. */
export function liaisonOf({ units, record }: Facts): { name: string; phone: string } | null {
  const unit = units.find(({ id }) => id === record.order.unitId);
  return unit?.contacts.find(({ kind }) => kind === 'liaison') ?? null;
}

/** 投诉人 as a form says it: somebody who wants no name is 匿名. */
export function callerName({ request }: Order): string {
  if (request.caller.name !== '') return request.caller.name;
  return request.identity === 'anonymous' ? '匿名' : '';
}

export function callerPhone({ request, call }: Order): string {
  return request.caller.phone === '' ? (call?.number ?? '') : request.caller.phone;
}

/** What is wanted, with what happened. */
export function matterOf({ request }: Order): string {
  return request.wish === '' ? request.content : `${request.content}\n诉求：${request.wish}`;
}

/** 被投诉窗口（单位）: as the caller named it, or the unit it was recognised as. */
export function accusedUnit(facts: Facts): string {
  const { accused } = facts.record.order.request;
  return accused.unit === '' ? unitName(facts, accused.unitId) : accused.unit;
}
