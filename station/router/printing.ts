import { numberOf } from '../../shared/domain/outcome.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { formsFor, type OfferedForm } from '../../shared/forms/catalogue.ts';
import { drawForm, suggestions, type Filling } from '../../shared/forms/draw.ts';
import type { HandValues } from '../../shared/forms/facts.ts';
import { packOf } from '../../shared/policy/packs.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import { printPdf } from '../printing/printer.ts';
import type { Backend, Procedures } from './context.ts';
import { look } from './orders.ts';

interface Wanted {
  readonly orderId: OrderId;
  readonly formId: string;
  readonly values: HandValues;
}

export function printingRoutes(os: Procedures, backend: Backend) {
  const { sessions, writer } = backend;
  return {
    forms: os.printing.forms.handler(async () => {
      const actor = sessions.require('order.view');
      return formsFor(await cityPack(backend), actor).map(({ form, name, rule, article }) => {
        const { id, copies } = form;
        return { id, name, rule, article, copies };
      });
    }),
    preview: os.printing.preview.handler(async ({ input }) => {
      const { filling } = await fillingOf(backend, sessions.require('order.view'), input);
      const suggested = suggestions(filling);
      const hand = filling.form.hand.map(({ id, label, rows }) => ({
        id,
        label,
        rows,
        value: input.values[id] ?? suggested[id] ?? '',
      }));
      return { drawing: drawForm({ ...filling, masked: true }), hand };
    }),
    issue: os.printing.issue.handler(async ({ input }) => {
      const actor = sessions.require('order.view');
      if (input.clear && !may(actor, 'personal.reveal')) fail('NOT_PERMITTED');
      const { filling, offered } = await fillingOf(backend, actor, input);
      const { orderId, formId, copies } = input;
      const command = { type: 'order.print', payload: { formId, copies } } as const;
      await writer.call('submit', { orderId, draftId: null, command, actor });
      if (input.clear) await look(backend, actor, orderId, `打印${offered.name}`);
      const drawing = drawForm({ ...filling, masked: !input.clear });
      if (input.as === 'paper') return { as: 'paper' as const, drawing };
      const bytes = await printPdf(drawing, filling.facts.nowMs);
      const name = `${numberOf(filling.facts.record.order)}-${offered.name}.pdf`;
      return { as: 'pdf' as const, name, base64: Buffer.from(bytes).toString('base64') };
    }),
  };
}

async function cityPack({ reader, sync }: Backend): Promise<Pack> {
  const city = (await reader.call('centre'))?.city ?? sync.identity.city;
  return city === null ? fail('RESYNC_REQUIRED') : packOf(city);
}

/**
 * A form with everything it is filled from: the order is as this person may have it.
 * @throws FORM_UNKNOWN where the city lacks it or it is not theirs to print
 */
async function fillingOf(
  backend: Backend,
  actor: Actor,
  { orderId, formId, values }: Wanted,
): Promise<{ offered: OfferedForm; filling: Filling }> {
  const { reader, sync, nowMs } = backend;
  const pack = await cityPack(backend);
  const offered = formsFor(pack, actor).find(({ form }) => form.id === formId) ?? fail('FORM_UNKNOWN');
  const [detail, units] = await Promise.all([reader.call('order', orderId, actor, true), reader.call('units')]);
  const facts = {
    record: { order: detail.order, history: detail.history },
    pack,
    units,
    subjectPath: detail.subjectPath,
    by: actor.name,
    nowMs: nowMs() + (sync.status.clockOffset ?? 0),
  };
  return { offered, filling: { form: offered.form, facts, masked: true, values } };
}
