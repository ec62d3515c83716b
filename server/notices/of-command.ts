import type { UnitId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import type { Effect } from '../commands/decide.ts';
import type { Telling } from './make.ts';
import { ASKED, ASSISTING, DECIDED, formName, REDO_SOURCE_NAMES } from './text.ts';

/** What a command did to an order's life, as far as somebody has to know of it: compared, not asked of the command. */
export function tellingsOf({ before, after }: Effect, { unit, pack }: Pick<Rules, 'unit' | 'pack'>): Telling[] {
  const nameOf = (id: UnitId | null): string => (id === null ? '' : (unit(id)?.name ?? id));
  const toUnit = (telling: Pick<Telling, 'kind' | 'what' | 'due'>, unitId = after.unitId): Telling[] =>
    unitId === null ? [] : [{ order: after, unitId, permission: 'order.handle', ...telling }];
  const toCentre = (telling: Pick<Telling, 'kind' | 'permission'>): Telling => ({
    order: after,
    unitId: null,
    unitName: nameOf(after.unitId),
    ...telling,
  });
  const due = after.deadline?.due ?? null;
  const { life } = after;
  const old = before?.life ?? null;
  const redo = life.redos.length > (old?.redos.length ?? 0) ? life.redos.at(-1) : undefined;
  const instructed = life.submission?.instruction && !old?.submission?.instruction;

  return [
    ...(isDispatched(before, after) && !redo && !instructed ? toUnit({ kind: 'dispatched', what: '', due }) : []),
    ...newAssistants(before, after).flatMap((assistant) =>
      toUnit({ kind: 'dispatched', what: assistant.askedBy ? ASKED : ASSISTING, due: assistant.due }, assistant.unitId),
    ),
    ...newAnswers(before, after).flatMap(({ unitId }) => toUnit({ kind: 'assisted', what: nameOf(unitId) })),
    ...(redo ? toUnit({ kind: 'redone', what: REDO_SOURCE_NAMES[redo.source], due }, redo.unitId) : []),
    ...(instructed ? toUnit({ kind: 'instructed', due }) : []),
    ...(life.returns.length > (old?.returns.length ?? 0)
      ? [toCentre({ kind: 'returnAsked', permission: 'order.dispatch' })]
      : []),
    ...(life.extensions.length > (old?.extensions.length ?? 0)
      ? [toCentre({ kind: 'extensionAsked', permission: 'order.dispatch' })]
      : []),
    ...decidedReturns(before, after).flatMap(({ unitId, agreed }) =>
      toUnit({ kind: 'returnDecided', what: agreed ? DECIDED.agreed : DECIDED.refused }, unitId),
    ),
    ...decidedExtensions(before, after).flatMap((agreed) =>
      toUnit({ kind: 'extensionDecided', what: agreed ? DECIDED.agreed : DECIDED.refused, due }),
    ),
    ...life.supervisions
      .slice(old?.supervisions.length ?? 0)
      .flatMap(({ form }) => toUnit({ kind: 'supervised', what: formName(pack, form), due })),
    ...(after.state === 'submitted' && before?.state !== 'submitted'
      ? [toCentre({ kind: 'submitted', permission: 'order.instruct' })]
      : []),
    ...(after.urges > (before?.urges ?? 0) ? toUnit({ kind: 'urged', due }) : []),
  ];
}

/** It has come to a unit: out of the dispatcher's hands, or from another unit. */
function isDispatched(before: Order | null, after: Order): boolean {
  if (after.unitId === null || (after.state !== 'dispatched' && after.state !== 'handling')) return false;
  if (before === null) return true;
  return before.unitId !== after.unitId || (after.state === 'dispatched' && before.state !== 'dispatched');
}

function newAssistants(before: Order | null, after: Order): Order['life']['assistants'] {
  const known = new Set(before?.life.assistants.map(({ unitId }) => unitId));
  return after.life.assistants.filter(({ unitId }) => !known.has(unitId));
}

/** What the lead unit waits for from those that assist it. */
function newAnswers(before: Order | null, after: Order): Order['life']['assistants'] {
  const known = new Set(before?.life.assistants.flatMap(({ unitId, answer }) => (answer ? [unitId] : [])));
  return after.life.assistants.filter(({ unitId, answer }) => answer !== null && !known.has(unitId));
}

function decidedReturns(before: Order | null, after: Order): { unitId: UnitId; agreed: boolean }[] {
  return after.life.returns.flatMap(({ unitId, decision }, index) =>
    decision && before?.life.returns[index]?.decision === null ? [{ unitId, agreed: decision.agreed }] : [],
  );
}

function decidedExtensions(before: Order | null, after: Order): boolean[] {
  return after.life.extensions.flatMap(({ decision }, index) =>
    decision && before?.life.extensions[index]?.decision === null ? [decision.agreed] : [],
  );
}
