import { maskName, maskPhone } from '../../text/mask.ts';
import { failure } from '../../failure.ts';
import type { Correction } from '../life.ts';
import { requestSchema, type Request } from '../order.ts';
import { stampOf, type Outcome } from '../outcome.ts';
import { denied, deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { LINES } from './text.ts';

type Field = Correction['field'];

const FIELD_NAMES: Readonly<Record<Field, string>> = {
  content: '诉求内容',
  wish: '诉求目的',
  place: '地点',
  callerName: '诉求人姓名',
  callerPhone: '诉求人电话',
  accusedUnit: '被诉单位',
  accusedPerson: '被诉人',
};

/**
 * 更正 of a slip of the pen: what stood there before is kept, so that nothing is altered without a trace (Z11). A name or
 * a number of the caller is masked in the course, which is read more widely than the order's own fields.
 */
export function correct(decision: ActDecision, { field, after, reason }: PayloadOf<'order.correct'>): Outcome {
  const { order } = decision;
  const before = valueOf(order.request, field);
  const parsed = requestSchema.safeParse(changed(decision, field, after.trim()));
  if (!parsed.success)
    return denied(decision, failure('INVALID_INPUT', { detail: parsed.error.issues[0]?.message ?? null }));
  const request = parsed.data;
  const now = valueOf(request, field);
  if (now === before) return deny(decision, 'CORRECTION_SAME');
  const corrections = [...order.life.corrections, { ...stampOf(decision), field, before, after: now, reason }];
  return step(decision, {
    kind: 'corrected',
    text: lineOf(LINES.corrected(FIELD_NAMES[field], shown(field, before), shown(field, now)), reason),
    order: { request },
    life: { corrections },
  });
}

function shown(field: Field, value: string): string {
  switch (field) {
    case 'callerName':
      return maskName(value);
    case 'callerPhone':
      return maskPhone(value);
    case 'content':
    case 'wish':
    case 'place':
    case 'accusedUnit':
    case 'accusedPerson':
      return value;
  }
}

function valueOf({ content, wish, place, caller, accused }: Request, field: Field): string {
  switch (field) {
    case 'content':
      return content;
    case 'wish':
      return wish;
    case 'place':
      return place;
    case 'callerName':
      return caller.name;
    case 'callerPhone':
      return caller.phone;
    case 'accusedUnit':
      return accused.unit;
    case 'accusedPerson':
      return accused.person;
  }
}

function changed({ order, rules }: ActDecision, field: Field, after: string): Request {
  const { request } = order;
  switch (field) {
    case 'content':
    case 'wish':
    case 'place':
      return { ...request, [field]: after };
    case 'callerName':
      return { ...request, caller: { ...request.caller, name: after } };
    case 'callerPhone':
      return { ...request, caller: { ...request.caller, phone: after } };
    case 'accusedPerson':
      return { ...request, accused: { ...request.accused, person: after } };
    case 'accusedUnit': {
      // One of our own units is named by its key: from then on it is that unit which must not learn who complained (J5).
      const unit = rules.unit(after);
      const accused = unit ? { unit: unit.name, unitId: unit.id } : { unit: after };
      return { ...request, accused: { ...request.accused, ...accused } };
    }
  }
}
