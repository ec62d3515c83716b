import { useState } from 'react';
import { useUnits } from '../../../data/directory.ts';
import type { AgentCommand, DirectOutcome } from '../../../../shared/domain/call.ts';
import type { Contact } from '../../../../shared/domain/unit.ts';
import { failure as makeFailure, type Failure } from '../../../../shared/failure.ts';
import { instant } from '../../../../shared/instant.ts';
import { useMinute } from '../../../data/clock.ts';
import { failureOf } from '../../../data/failure-of.ts';
import { useLive } from '../../../data/live.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { focusField } from '../focus.ts';
import { isDraftOf, isTaken } from '../model/call-watch.ts';
import {
  attemptOf,
  legOfDial,
  nextStep,
  progressOf,
  startDial,
  type Dial,
  type DialProgress,
  type DirectStep,
} from '../model/direct.ts';

export interface Direct {
  readonly step: DirectStep;
  readonly progress: DialProgress | null;
  readonly dial: Dial | null;
  readonly unitName: string;
  /** Whom to ring at this hour; null while no unit is chosen or it keeps no number. */
  readonly contact: Contact | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** What the operator may say came of it, now. */
  readonly choices: readonly DirectOutcome[];
  readonly call: () => void;
  readonly join: () => void;
  readonly cancel: () => void;
  readonly record: (outcome: DirectOutcome) => void;
}

const BY_HAND: readonly DirectOutcome[] = ['answered', 'notSolved', 'noAnswer', 'declined', 'busy', 'badNumber'];
const AFTER_TALK: readonly DirectOutcome[] = ['answered', 'notSolved'];

/** A 直办 from choosing the unit to its answer; by hand on a telephone where the exchange cannot be asked. */
export function useDirect(): Direct {
  const desk = useDesk();
  const { read, edit, show } = useDraftActions();
  const entryCall = useEntry((entry) => entry.call);
  const unitId = useEntry(({ form }) => form.unitId);
  const attempts = useEntry(({ form }) => form.directAttempts);
  const dial = useEntry(({ view }) => view.dial);
  const live = useLive(({ telephony }) => telephony?.call ?? null);
  const units = useUnits();
  const hour = Math.floor(useMinute() / 3_600_000);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const own = live && isDraftOf({ call: entryCall }, live) ? live : null;
  const contact = useDeskQuery({
    key: ['contactNow', unitId, hour],
    tables: ['units'],
    run: (client) => (unitId ? client.units.contactNow({ id: unitId }) : Promise.resolve(null)),
    enabled: unitId !== null,
  });
  const missing = unitId !== null && contact.data === null;
  const progress = dial ? progressOf(dial, own) : null;
  const step = nextStep(progress, attempts);

  async function command(wanted: AgentCommand): Promise<boolean> {
    setBusy(true);
    setFailure(null);
    try {
      useLive.getState().setTelephony(await desk.telephony.command(wanted));
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function ring(): Promise<void> {
    const person = contact.data;
    if (!unitId || !person) return;
    const now = instant(Date.now() + useLive.getState().exchangeOffset);
    const line = isTaken(own) ? own : null;
    const started = startDial(unitId, person, line, now);
    show({ dial: started });
    // The unit field goes away with the choice made: the hand must not fall out of the panel.
    focusField('direct');
    if (started.byHand) return;
    const label = `${units.find(({ id }) => id === unitId)?.shortName ?? ''} ${person.name}`.trim();
    if (!(await command({ type: 'consult', unitId, number: person.phone, label }))) show({ dial: null });
  }

  /** Brings the three together; what the unit says now is what is written next. */
  async function join(): Promise<void> {
    if (await command({ type: 'conference' })) focusField('answer');
  }

  function record(outcome: DirectOutcome): void {
    const { view, form } = read();
    if (!view.dial) return;
    const now = instant(Date.now() + useLive.getState().exchangeOffset);
    const attempt = attemptOf(view.dial, legOfDial(view.dial, own), outcome, now);
    edit({ directAttempts: [...form.directAttempts, attempt] }, 'direct');
    show({ dial: null });
    if (outcome === 'answered') focusField('answer');
  }

  return {
    step: step === 'call' && missing ? 'forward' : step,
    progress,
    dial,
    unitName: units.find(({ id }) => id === (dial?.unitId ?? unitId))?.shortName ?? '',
    contact: contact.data ?? null,
    failure: failure ?? contact.failure ?? (missing ? makeFailure('CONTACT_MISSING') : null),
    busy,
    choices: choicesAt(progress),
    call: () => void ring(),
    join: () => void join(),
    cancel: () => void command({ type: 'cancelConsult' }),
    record,
  };
}

function choicesAt(progress: DialProgress | null): readonly DirectOutcome[] {
  switch (progress) {
    case 'byHand':
      return BY_HAND;
    case 'talking':
    case 'held':
    case 'conference':
    case 'over':
      return AFTER_TALK;
    case 'dialing':
    case 'ringing':
    case 'failed':
    case null:
      return [];
  }
}
