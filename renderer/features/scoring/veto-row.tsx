import { StopOutlined } from '@ant-design/icons';
import type { KeyboardEvent, ReactNode } from 'react';
import type { VetoItem } from '../../../shared/domain/scoring/form.ts';
import type { Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { RowName } from './row-name.tsx';
import { SaidField } from './said.tsx';
import { SHEET } from './text.ts';
import { useRow, type RowActs } from './use-row.ts';

type VetoMark = Sheet['vetoes'][number];

export interface VetoRowProps extends RowActs {
  readonly veto: VetoItem;
  readonly mark: VetoMark | undefined;
  readonly tried: boolean;
  readonly tabStop: boolean;
  readonly appealed: boolean;
  /** Null: it is none after all. */
  readonly onMark: (part: Partial<Omit<VetoMark, 'vetoId'>> | null) => void;
}

/** What outweighs everything else: it is met or it is not. */
export function VetoRow(props: VetoRowProps): ReactNode {
  const { veto, mark, tried, tabStop, appealed, onMark, onFocus, onStep, onSkip, now } = props;
  const { box, remark, toRemark } = useRow();
  const met = mark !== undefined;
  const toggle = (): void => {
    onMark(met ? null : { atSeconds: now() });
    if (!met) toRemark();
  };
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => onStep(1),
    ArrowUp: () => onStep(-1),
    Enter: () => onStep(1),
    ' ': toggle,
    ArrowLeft: () => onSkip(-1),
    ArrowRight: () => onSkip(1),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={`scoring-item ${appealed ? 'scoring-item-appealed' : ''}`}>
      <div
        ref={box}
        className="scoring-points"
        role="checkbox"
        data-stop={veto.id}
        tabIndex={tabStop ? 0 : -1}
        aria-checked={met}
        aria-label={veto.name}
        onKeyDown={onKeyDown}
        onClick={toggle}
        onFocus={onFocus}
      >
        <RowName name={veto.name} appealed={appealed} />
        {veto.guide !== '' && <span className="scoring-guide">{veto.guide}</span>}
        <span className="scoring-value scoring-veto-mark">{met && <StopOutlined aria-hidden />}</span>
      </div>
      {met && (
        <SaidField
          name={veto.name}
          said={mark}
          missing={tried && mark.remark.trim() === '' ? SHEET.vetoNeeded : null}
          inputRef={remark}
          onBack={() => box.current?.focus()}
          acts={props}
          onMark={onMark}
        />
      )}
    </div>
  );
}
