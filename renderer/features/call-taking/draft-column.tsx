import type { ReactNode } from 'react';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormSkeleton } from '../../components/skeletons.tsx';
import { useLive } from '../../data/live.ts';
import { useKey } from '../../keys/keys.ts';
import { CallScript } from './call-script.tsx';
import { ContinuePanel } from './draft/continue-panel.tsx';
import { DraftForm } from './draft/draft-form.tsx';
import { HandedNote } from './draft/handed-note.tsx';
import { DraftTabs } from './draft/draft-tabs.tsx';
import { DraftProvider, useDrafts, useDraftStore } from './drafts.tsx';
import { focusField } from './focus.ts';
import { callRefOf, isDraftOf, isTaken } from './model/call-watch.ts';
import { activeEntry } from './model/draft-state.ts';
import { newManualCall } from './model/manual-call.ts';
import { NothingOpen } from './nothing-open.tsx';
import { OutcomeDock } from './outcome/outcome-dock.tsx';
import { ResultPanel } from './outcome/result-panel.tsx';

/** The middle: the draft in front, the result of the last one, or what to do next. */
export function DraftColumn({ active }: { active: boolean }): ReactNode {
  const store = useDraftStore();
  const failure = useDrafts((state) => state.failure);
  const openBlank = (): void => {
    // A further matter of the caller on the line belongs to the same call, once its first draft has been dealt with.
    const call = useLive.getState().telephony?.call ?? null;
    const { entries, open } = store.getState();
    const further = isTaken(call) && !entries.some((entry) => isDraftOf(entry, call)) ? call : null;
    void open(further && callRefOf(further), further?.callerNumber ?? '').then(() => focusField('content'));
  };
  const openManual = (): void => {
    void store
      .getState()
      .open(newManualCall(Date.now()), '')
      .then(() => focusField('callNumber'));
  };
  useKey('manualEntry', openManual, active);

  return (
    <section className="ct-middle">
      <DraftTabs active={active} onNew={openBlank} onManual={openManual} />
      {failure && (
        <div className="ct-failure">
          <FailureNote failure={failure} onRetry={() => void store.getState().load()} />
        </div>
      )}
      <Middle active={active} onNew={openBlank} onManual={openManual} />
    </section>
  );
}

interface MiddleProps {
  readonly active: boolean;
  readonly onNew: () => void;
  readonly onManual: () => void;
}

function Middle({ active, onNew, onManual }: MiddleProps): ReactNode {
  const loaded = useDrafts((state) => state.loaded);
  // Not the whole entry: it changes with every key, and only its fields need to know.
  const activeId = useDrafts((state) => state.activeId);
  const continuing = useDrafts((state) => activeEntry(state)?.view.continuing ?? null);
  const done = useDrafts((state) => state.done);
  const opening = useDrafts((state) => state.opening);
  if (opening) return <FormSkeleton />;
  if (activeId) {
    return (
      <DraftProvider key={activeId} id={activeId}>
        {continuing ? (
          <ContinuePanel continuing={continuing} active={active} />
        ) : (
          <>
            <CallScript />
            <HandedNote />
            <DraftForm active={active} />
            <OutcomeDock active={active} />
          </>
        )}
      </DraftProvider>
    );
  }
  if (done) return <ResultPanel key={done.orderId} done={done} active={active} />;
  return loaded ? <NothingOpen onNew={onNew} onManual={onManual} /> : <FormSkeleton />;
}
