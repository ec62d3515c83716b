import type { StoreApi } from 'zustand/vanilla';
import type { Draft, DraftForm } from '../../../shared/domain/draft.ts';
import type { SharedDraft } from '../../../shared/domain/floor.ts';
import { useLive } from '../../data/live.ts';
import type { DeskClient } from '../../host.ts';
import type { DraftStore } from './model/draft-store.ts';

/** After the last key this long, ms: a supervisor reads along, nobody reads letters. */
const PAUSE_MS = 600;

type Names = { readonly subject: string; readonly unit: string };

/** What of a draft the supervisor is shown whom the operator has asked for. */
export function sharedDraft(form: DraftForm, { subject, unit }: Names): SharedDraft {
  return {
    category: form.category,
    subject: subject.slice(0, 200),
    content: form.content,
    place: form.place,
    accused: [form.accused.unit, form.accused.person].filter(Boolean).join(' '),
    unit: unit.slice(0, 200),
    urgent: form.urgent,
    secret: form.sensitivity === 'secret',
    callerName: form.caller.name.slice(0, 100),
    callerPhone: form.caller.phone.slice(0, 40),
    callerAddress: form.caller.address.slice(0, 400),
  };
}

/** While 求助 is open, sends the draft of that call as it grows. A copy that does not get through is followed by the next. */
export function shareWhileAsked(desk: DeskClient, store: StoreApi<DraftStore>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = '';

  async function send(): Promise<void> {
    const { telephony } = useLive.getState();
    const callId = telephony?.help ? telephony.call?.callId : undefined;
    if (callId === undefined) return;
    const entry = store.getState().entries.find(({ call }) => call?.source === 'exchange' && call.callId === callId);
    if (!entry) return;
    const draft = sharedDraft(entry.form, await namesOf(desk, entry.form));
    const state = JSON.stringify([callId, draft]);
    if (state === sent) return;
    sent = state;
    await desk.floor.share({ callId, draft });
  }

  const soon = (): void => {
    // Also while the centre is away: one that has started again has the 求助, and not what was written.
    if (!useLive.getState().telephony?.help) sent = '';
    else {
      clearTimeout(timer);
      timer = setTimeout(() => {
        send().catch((error: unknown) => {
          sent = '';
          console.warn('the draft was not shown to the supervisor', error);
        });
      }, PAUSE_MS);
    }
  };
  store.subscribe(({ entries }, before) => {
    if (entries !== before.entries) soon();
  });
  useLive.subscribe(({ telephony }, before) => {
    if (telephony?.help?.since !== before.telephony?.help?.since) soon();
  });
}

async function namesOf(desk: DeskClient, { subjectId, unitId }: Draft['form']): Promise<Names> {
  const subjects = subjectId === null ? [] : await desk.subjects.list();
  const units = unitId === null ? [] : await desk.units.list();
  return {
    subject: subjects.find(({ id }) => id === subjectId)?.path.join(' › ') ?? '',
    unit: units.find(({ id }) => id === unitId)?.name ?? '',
  };
}
