import { may, type Actor } from '../domain/people.ts';
import type { Pack } from '../policy/pack.ts';
import type { FormDefinition } from './facts.ts';
import { complaintRecord } from './sheets/ak-record.ts';
import { complaintRegistration } from './sheets/hb-complaint-registration.ts';
import { specialReport } from './sheets/hb-special-report.ts';
import { urgeNote } from './sheets/hb-urge.ts';
import { refusalNotice } from './sheets/jl-refusal.ts';
import { writtenReply } from './sheets/jl-written-reply.ts';
import { dispatchOrder } from './sheets/th-dispatch.ts';
import { supervisionOrder } from './sheets/th-supervision.ts';
import { disposalIssue, disposalStub } from './sheets/zz-disposal.ts';
import { extension } from './sheets/zz-extension.ts';
import { feedback } from './sheets/zz-feedback.ts';
import { unitRefusal } from './sheets/zz-refusal.ts';

const FORMS: readonly FormDefinition[] = [
  disposalStub,
  disposalIssue,
  feedback,
  extension,
  unitRefusal,
  refusalNotice,
  writtenReply,
  complaintRegistration,
  urgeNote,
  specialReport,
  supervisionOrder,
  dispatchOrder,
  complaintRecord,
];

/** A form of the city with its place in the text. */
export interface OfferedForm {
  readonly form: FormDefinition;
  readonly name: string;
  readonly rule: string;
  readonly article: string;
}

/** The city's forms that this person may print. A unit's people print what is theirs to fill or was sent to them. */
export function formsFor(pack: Pick<Pack, 'forms'>, actor: Pick<Actor, 'grants'>): OfferedForm[] {
  if (!may(actor, 'order.view')) return [];
  const ofUnit = actor.grants.units !== 'all';
  return pack.forms.flatMap(({ id, name, rule, article }) => {
    const form = FORMS.find((candidate) => candidate.id === id);
    return form && (!ofUnit || form.forUnits) ? [{ form, name, rule, article }] : [];
  });
}
