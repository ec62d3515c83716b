import { CloseOutlined, PhoneFilled, PhoneOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { msOf } from '../../../../shared/instant.ts';
import { clockTime } from '../../../components/times.ts';
import { useLive } from '../../../data/live.ts';
import { KeyHint, useKey, useTip } from '../../../keys/keys.ts';
import { useDrafts, useDraftStore } from '../drafts.tsx';
import { isDraftOf, isTaken } from '../model/call-watch.ts';
import { activeEntry, isDirty, type DraftEntry } from '../model/draft-state.ts';
import { DRAFT } from '../text.ts';
import { SaveStatus } from './save-status.tsx';

export interface DraftTabsProps {
  readonly active: boolean;
  readonly onNew: () => void;
  readonly onManual: () => void;
}

/** The open drafts; the one in front says when it was saved. */
export function DraftTabs({ active, onNew, onManual }: DraftTabsProps): ReactNode {
  const store = useDraftStore();
  const entries = useDrafts((state) => state.entries);
  const current = useDrafts(activeEntry);
  const newTip = useTip('newDraft', DRAFT.newDraft);
  const manualTip = useTip('manualEntry', DRAFT.manual);
  useKey('nextDraft', () => store.getState().next(), active);
  useKey('newDraft', onNew, active);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = entries.findIndex(({ id }) => id === current?.id);
    const next = step === 0 ? undefined : entries[at + step];
    if (next) store.getState().activate(next.id);
  };

  return (
    <div className="ct-tabs">
      <div className="ct-tablist" role="tablist" tabIndex={-1} aria-label={DRAFT.drafts} onKeyDown={onKeyDown}>
        {entries.map((entry) => (
          <DraftTab
            key={entry.id}
            entry={entry}
            name={DRAFT.tab(entry.ordinal, clockTime(msOf(entry.openedAt)))}
            selected={entry.id === current?.id}
            onSelect={() => store.getState().activate(entry.id)}
            onDiscard={() => void store.getState().discard(entry.id)}
          />
        ))}
      </div>
      <Button
        className="key-host"
        size="small"
        type="text"
        icon={<PlusOutlined aria-hidden />}
        aria-label={DRAFT.newDraft}
        title={newTip}
        onClick={onNew}
      >
        <KeyHint action="newDraft" />
      </Button>
      <Button
        className="key-host"
        size="small"
        type="text"
        icon={<PhoneOutlined aria-hidden />}
        title={manualTip}
        onClick={onManual}
      >
        {DRAFT.manual}
        <KeyHint action="manualEntry" />
      </Button>
      <span className="ct-tabs-space" />
      {current && <SaveStatus entry={current} />}
    </div>
  );
}

interface DraftTabProps {
  readonly entry: DraftEntry;
  readonly name: string;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onDiscard: () => void;
}

function DraftTab({ entry, name, selected, onSelect, onDiscard }: DraftTabProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const tab = useRef<HTMLElement>(null);
  useEffect(() => {
    if (selected) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  const blank = entry.form.content.trim() === '' && entry.form.answerText.trim() === '';
  const live = useLive(({ telephony }) => {
    const call = telephony?.call ?? null;
    return isTaken(call) && isDraftOf(entry, call);
  });
  return (
    <span ref={tab} className="ct-tab" data-selected={selected}>
      <button
        type="button"
        role="tab"
        aria-selected={selected}
        tabIndex={selected ? 0 : -1}
        className="ct-tab-name num"
        title={entry.form.content.slice(0, 80)}
        onClick={onSelect}
      >
        {live && <PhoneFilled className="ct-live" aria-label={DRAFT.live} />}
        {name}
        {isDirty(entry) && <span className="ct-dot" aria-label={DRAFT.unsaved} />}
      </button>
      <Popconfirm
        open={asking}
        onOpenChange={(open) => setAsking(open && !blank)}
        title={DRAFT.discardAsk}
        description={DRAFT.discardWhat}
        okText={DRAFT.discard}
        cancelText={DRAFT.keep}
        okButtonProps={{ danger: true }}
        onConfirm={onDiscard}
      >
        <button
          type="button"
          className="ct-icon-button"
          aria-label={DRAFT.discardNamed(name)}
          onClick={() => {
            if (blank) onDiscard();
          }}
        >
          <CloseOutlined aria-hidden />
        </button>
      </Popconfirm>
    </span>
  );
}
