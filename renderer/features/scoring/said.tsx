import { AimOutlined, CloseOutlined, CustomerServiceOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { Mark } from '../../../shared/domain/scoring/sheet.ts';
import { duration } from '../../components/times.ts';
import { SHEET } from './text.ts';
import type { RowActs } from './use-row.ts';

/** A place in the recording: pressing it plays from there. */
export function Place({ at, onSeek }: { at: number; onSeek: (seconds: number) => void }): ReactNode {
  const said = duration(at * 1000);
  return (
    <Button
      size="small"
      className="scoring-place num"
      icon={<CustomerServiceOutlined aria-hidden />}
      aria-label={SHEET.seek(said)}
      title={SHEET.seek(said)}
      onClick={() => onSeek(at)}
    >
      {said}
    </Button>
  );
}

/** What was remarked on a line, and the second of the recording it is about. */
export type Said = Pick<Mark, 'remark' | 'atSeconds'>;

export interface SaidFieldProps {
  /** What the remark is about. */
  readonly name: string;
  readonly said: Said;
  /** Said in words beside it; null: nothing is missing. */
  readonly missing: string | null;
  readonly inputRef: Ref<InputRef>;
  /** Back to the line it is about. */
  readonly onBack: () => void;
  readonly acts: Pick<RowActs, 'onFocus' | 'onStep' | 'onSeek' | 'now'>;
  readonly onMark: (part: Partial<Said>) => void;
}

/** Why points were lost, and where that can be heard. */
export function SaidField(props: SaidFieldProps): ReactNode {
  const { name, said, missing, inputRef, onBack, acts, onMark } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') acts.onStep(1);
    else onBack();
  };
  return (
    <div className="scoring-said">
      <Input
        ref={inputRef}
        size="small"
        aria-label={SHEET.remarkOf(name)}
        placeholder={SHEET.remarkHint}
        maxLength={300}
        value={said.remark}
        status={missing ? 'error' : ''}
        onChange={({ target }) => onMark({ remark: target.value })}
        onFocus={acts.onFocus}
        onKeyDown={onKeyDown}
      />
      {said.atSeconds === null ? (
        <Button
          size="small"
          type="text"
          icon={<AimOutlined aria-hidden />}
          aria-label={SHEET.mark}
          title={SHEET.mark}
          tabIndex={-1}
          onClick={() => onMark({ atSeconds: acts.now() })}
        />
      ) : (
        <>
          <Place at={said.atSeconds} onSeek={acts.onSeek} />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={SHEET.unmark}
            title={SHEET.unmark}
            tabIndex={-1}
            onClick={() => onMark({ atSeconds: null })}
          />
        </>
      )}
      {missing && <span className="scoring-missing">{missing}</span>}
    </div>
  );
}
