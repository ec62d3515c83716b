import type { InputRef } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { FormItem } from '../../../shared/domain/scoring/form.ts';
import type { Mark } from '../../../shared/domain/scoring/sheet.ts';
import { typedPoints } from './model/sheet-edit.ts';
import { SaidField } from './said.tsx';
import { SHEET } from './text.ts';

/** What a row of the form tells the form. */
export interface RowActs {
  readonly onFocus: () => void;
  /** On to the next row or back to the one before. */
  readonly onStep: (by: 1 | -1) => void;
  readonly onToggle: () => void;
  readonly onSkip: (seconds: number) => void;
  readonly onSeek: (seconds: number) => void;
  /** Where the recording is now; null: it is not open. */
  readonly now: () => number | null;
}

export interface ItemRowProps extends RowActs {
  readonly item: FormItem;
  readonly mark: Mark | undefined;
  /** What is missing may be said. */
  readonly tried: boolean;
  readonly tabStop: boolean;
  /** The operator has appealed against it. */
  readonly appealed: boolean;
  /** Null: as if nobody had looked at it. */
  readonly onMark: (part: Partial<Omit<Mark, 'itemId'>> | null) => void;
}

/** One thing to score, by digits alone. It is no text field, so that no input method stands between the key and it. */
export function ItemRow(props: ItemRowProps): ReactNode {
  const { item, mark, tried, tabStop, appealed, onMark, onFocus, onStep, onToggle, onSkip, onSeek, now } = props;
  const { id, name, guide, points: full } = item;
  const [typed, setTyped] = useState('');
  const remark = useRef<InputRef>(null);
  const row = useRef<HTMLDivElement>(null);
  const points = mark?.points;
  const lost = typeof points === 'number' && points < full;
  const said = mark?.remark ?? '';

  const toRemark = (): void => {
    // Whoever writes about what they have just heard means this place.
    onMark({ atSeconds: mark?.atSeconds ?? now() });
    requestAnimationFrame(() => remark.current?.focus());
  };
  const enter = (): void => {
    if (!mark) onMark({});
    if (lost && said.trim() === '') toRemark();
    else onStep(1);
  };
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => onStep(1),
    ArrowUp: () => onStep(-1),
    Enter: enter,
    ' ': onToggle,
    ArrowLeft: () => onSkip(-1),
    ArrowRight: () => onSkip(1),
    Backspace: () => onMark(null),
    Delete: () => onMark(null),
    n: () => onMark({ points: null }),
    f: () => onMark({ points: full }),
    r: toRemark,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = typedPoints(typed, event.key, full);
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (next === null && !act) return;
    event.preventDefault();
    setTyped(next ?? '');
    if (next === null) act?.();
    else onMark({ points: Number(next) });
  };
  return (
    <div className={`scoring-item ${appealed ? 'scoring-item-appealed' : ''}`}>
      <div
        ref={row}
        className={`scoring-points ${tried && !mark ? 'scoring-points-missing' : ''}`}
        role="spinbutton"
        data-stop={id}
        tabIndex={tabStop ? 0 : -1}
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={full}
        aria-valuenow={typeof points === 'number' ? points : undefined}
        aria-valuetext={pointsText(mark, full)}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setTyped('');
          onFocus();
        }}
      >
        <span className="scoring-item-name">
          {name}
          {appealed && <span className="scoring-appealed">{SHEET.appealed}</span>}
        </span>
        {guide !== '' && <span className="scoring-guide">{guide}</span>}
        <span className="scoring-value num" data-lost={lost}>
          {mark === undefined && <span className="faint">{SHEET.notMarked}</span>}
          {points === null && SHEET.notApplying}
          {typeof points === 'number' && <b>{points}</b>} <span className="faint">{SHEET.of(full)}</span>
        </span>
      </div>
      {mark && (lost || said !== '' || mark.atSeconds !== null) && (
        <SaidField
          name={name}
          remark={said}
          at={mark.atSeconds}
          missing={tried && lost && said.trim() === '' ? SHEET.remarkNeeded : null}
          inputRef={remark}
          onRemark={(next) => onMark({ remark: next })}
          onPlace={(take) => onMark({ atSeconds: take ? now() : null })}
          onSeek={onSeek}
          onFocus={onFocus}
          onLeave={(forward) => (forward ? onStep(1) : row.current?.focus())}
        />
      )}
    </div>
  );
}

function pointsText(mark: Mark | undefined, full: number): string {
  if (!mark) return SHEET.notMarked;
  return mark.points === null ? SHEET.notApplying : `${mark.points} ${SHEET.of(full)}`;
}
