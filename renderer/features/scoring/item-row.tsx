import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { FormItem } from '../../../shared/domain/scoring/form.ts';
import type { Mark } from '../../../shared/domain/scoring/sheet.ts';
import { typedPoints } from './model/sheet-edit.ts';
import { RowName } from './row-name.tsx';
import { SaidField } from './said.tsx';
import { SHEET } from './text.ts';
import { useRow, type RowActs } from './use-row.ts';

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
  const { item, mark, tried, tabStop, appealed, onMark, onFocus, onStep, onToggle, onSkip, now } = props;
  const { id, name, guide, points: full } = item;
  const [typed, setTyped] = useState('');
  const { box, remark, toRemark: goToRemark } = useRow();
  const points = mark?.points;
  const lost = typeof points === 'number' && points < full;
  const said = mark?.remark ?? '';

  const toRemark = (): void => {
    // Whoever writes about what they have just heard means this place.
    onMark({ atSeconds: mark?.atSeconds ?? now() });
    goToRemark();
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
        ref={box}
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
        <RowName name={name} appealed={appealed} />
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
          said={mark}
          missing={tried && lost && said.trim() === '' ? SHEET.remarkNeeded : null}
          inputRef={remark}
          onBack={() => box.current?.focus()}
          acts={props}
          onMark={onMark}
        />
      )}
    </div>
  );
}

function pointsText(mark: Mark | undefined, full: number): string {
  if (!mark) return SHEET.notMarked;
  return mark.points === null ? SHEET.notApplying : `${mark.points} ${SHEET.of(full)}`;
}
