import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { MODE_NAMES, type CallOutcome } from '../../../../shared/domain/order.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { useRules } from '../../../data/rules.ts';
import { KeyHint, useKey, type KeyAction } from '../../../keys/keys.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { focusField } from '../focus.ts';
import { useInsights } from '../insights.tsx';
import { unitToFill } from '../model/offers.ts';
import { proposedWay, waysOf } from '../model/ways.ts';
import { OUTCOME } from '../text.ts';
import { DirectPanel } from './direct-panel.tsx';
import { ForwardPanel } from './forward-panel.tsx';
import { ImmediatePanel } from './immediate-panel.tsx';
import { Proposal } from './proposal.tsx';
import { RefusePanel } from './refuse-panel.tsx';

const KEYS: Readonly<Record<CallOutcome, KeyAction>> = {
  immediate: 'outcomeImmediate',
  direct: 'outcomeDirect',
  forward: 'outcomeForward',
  refusal: 'outcomeRefuse',
};

/** The ways to end a request that the city offers. One opens its panel above the buttons; Esc closes it and loses nothing. */
export function OutcomeDock({ active }: { active: boolean }): ReactNode {
  const { show, read, edit } = useDraftActions();
  const { units } = useInsights();
  const ways = waysOf(useRules()?.pack ?? null);
  const panel = useEntry(({ view }) => view.panel);
  const refused = useEntry(({ view }) => view.refused);
  const open = (mode: CallOutcome): void => {
    // Painted at once, so that the very next key already lands in the panel and not in 诉求内容.
    flushSync(() => show({ panel: mode, refused: null }));
    focusPanel(mode);
  };
  const close = (): void => {
    show({ panel: null, refused: null });
    focusField('content');
  };
  // Without a panel the primary key takes up what is proposed: the way, and the unit where there is little doubt.
  const takeUp = (): void => {
    const { form, view } = read();
    const mode = proposedWay(form, ways);
    const best = unitToFill(units, view);
    if (mode === 'forward' && form.unitId === null && best) edit({ unitId: best.unit.id }, 'unit');
    open(mode);
  };
  useKey('primary', takeUp, active && panel === null);
  useKey('back', close, active && panel !== null);

  return (
    <section className="ct-dock" aria-label={OUTCOME.title}>
      {panel !== null && (
        <div className="ct-panel">
          <Panel mode={panel} active={active} onForward={() => open('forward')} />
        </div>
      )}
      {refused && <FailureNote failure={refused} />}
      {panel === null && <Proposal />}
      <div className="ct-outcomes" role="toolbar" aria-label={OUTCOME.title}>
        {ways.map((mode) => (
          <OutcomeButton key={mode} mode={mode} chosen={panel === mode} active={active} onOpen={() => open(mode)} />
        ))}
      </div>
    </section>
  );
}

/** Where the hand goes on when a panel opens. */
function focusPanel(mode: CallOutcome): void {
  focusField(mode === 'immediate' ? 'answer' : mode === 'refusal' ? 'ground' : 'unit');
}

interface OutcomeButtonProps {
  readonly mode: CallOutcome;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly onOpen: () => void;
}

function OutcomeButton({ mode, chosen, active, onOpen }: OutcomeButtonProps): ReactNode {
  useKey(KEYS[mode], onOpen, active);
  return (
    <button type="button" className="ct-outcome" data-mode={mode} aria-pressed={chosen} onClick={onOpen}>
      {MODE_NAMES[mode]} <KeyHint action={KEYS[mode]} always />
    </button>
  );
}

function Panel({ mode, active, onForward }: { mode: CallOutcome; active: boolean; onForward: () => void }): ReactNode {
  switch (mode) {
    case 'immediate':
      return <ImmediatePanel active={active} />;
    case 'direct':
      return <DirectPanel active={active} onForward={onForward} />;
    case 'forward':
      return <ForwardPanel active={active} />;
    case 'refusal':
      return <RefusePanel active={active} />;
  }
}
