import { Button, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { KEY_ACTION_LIST, KEY_ACTIONS, KEY_GROUPS, type KeyAction } from '../../keys/actions.ts';
import { bindingsOf, rebind, reset, type Overrides } from '../../keys/bindings.ts';
import { chordOf, formatChord, showChord } from '../../keys/chord.ts';
import { useKeys } from '../../keys/registry.ts';
import { CHORD_PROBLEMS, takenText, TEXT } from './text.ts';

export interface KeySettingsProps {
  readonly overrides: Overrides;
  readonly onChange: (overrides: Overrides) => void;
}

interface Complaint {
  readonly action: KeyAction;
  readonly text: string;
}

/** Every action with its chord; a click records another, a collision is refused with its holder's name. */
export function KeySettings({ overrides, onChange }: KeySettingsProps): ReactNode {
  const [recording, setRecording] = useState<KeyAction | null>(null);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [filter, setFilter] = useState('');
  const bindings = bindingsOf(overrides);

  const record = (action: KeyAction, chord: string): void => {
    const result = rebind(overrides, action, chord);
    if (result.ok) {
      setComplaint(null);
      setRecording(null);
      onChange(result.overrides);
    } else if (result.problem === 'taken') {
      setComplaint({ action, text: takenText(showChord(chord), KEY_ACTIONS[result.by].label) });
    } else {
      setComplaint({ action, text: CHORD_PROBLEMS[result.problem] });
    }
  };
  useRecording(recording, record, () => {
    setRecording(null);
    setComplaint(null);
  });

  const restore = (action: KeyAction): void => {
    const result = reset(overrides, action);
    if (result.ok) onChange(result.overrides);
    else setComplaint({ action, text: takenText(showChord(KEY_ACTIONS[action].chord), KEY_ACTIONS[result.by].label) });
  };
  const shown = KEY_ACTION_LIST.filter((action) => matches(action, showChord(bindings[action]), filter));

  return (
    <div className="key-settings">
      <div className="key-settings-head">
        <p className="faint settings-help">{TEXT.keysHelp}</p>
        <Input
          allowClear={CLEARABLE_INPUT}
          size="small"
          className="key-settings-filter"
          placeholder={TEXT.searchKeys}
          aria-label={TEXT.searchKeys}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button size="small" disabled={Object.keys(overrides).length === 0} onClick={() => onChange({})}>
          {TEXT.restoreAll}
        </Button>
      </div>
      <ul className="key-settings-list">
        {shown.map((action) => (
          <KeyRow
            key={action}
            action={action}
            chord={bindings[action]}
            changed={overrides[action] !== undefined}
            recording={recording === action}
            complaint={complaint?.action === action ? complaint.text : null}
            onRecord={() => {
              setComplaint(null);
              setRecording(action);
            }}
            onRestore={() => restore(action)}
          />
        ))}
      </ul>
    </div>
  );
}

function matches(action: KeyAction, chord: string, filter: string): boolean {
  const { label, group } = KEY_ACTIONS[action];
  return `${label} ${KEY_GROUPS[group]} ${chord}`.toLowerCase().includes(filter.trim().toLowerCase());
}

/** While an action waits for its chord, the window's keys belong to the recording alone. */
function useRecording(
  action: KeyAction | null,
  record: (action: KeyAction, chord: string) => void,
  cancel: () => void,
): void {
  useEffect(() => {
    if (action === null) return undefined;
    useKeys.setState({ recording: true, hints: false });
    const onKeyDown = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      const chord = chordOf(event);
      if (!chord) return;
      if (formatChord(chord) === 'Escape') cancel();
      else record(action, formatChord(chord));
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      useKeys.setState({ recording: false });
    };
  });
}

interface KeyRowProps {
  readonly action: KeyAction;
  readonly chord: string;
  readonly changed: boolean;
  readonly recording: boolean;
  readonly complaint: string | null;
  readonly onRecord: () => void;
  readonly onRestore: () => void;
}

function KeyRow(props: KeyRowProps): ReactNode {
  const { action, chord, changed, recording, complaint, onRecord, onRestore } = props;
  const { label, group } = KEY_ACTIONS[action];
  return (
    <li className="key-row">
      <span className="faint key-row-group">{KEY_GROUPS[group]}</span>
      <span className="ellipsis">{label}</span>
      <span className="key-row-side">
        {changed && !recording && (
          <Button type="text" size="small" onClick={onRestore} aria-label={`${label}恢复默认`}>
            {TEXT.restore}
          </Button>
        )}
        <button
          type="button"
          className={`key-row-chord ${recording ? 'key-row-recording' : ''} ${changed ? 'key-row-changed' : ''}`}
          aria-label={recording ? TEXT.recording : `${label}，现为 ${showChord(chord)}，${TEXT.change}`}
          onClick={onRecord}
        >
          {recording ? TEXT.recording : showChord(chord)}
        </button>
      </span>
      {complaint && (
        <span className="key-row-complaint" role="alert">
          {complaint}
        </span>
      )}
    </li>
  );
}
