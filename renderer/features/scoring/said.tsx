import { AimOutlined, CloseOutlined, CustomerServiceOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { InputRef } from 'antd';
import { duration } from '../../components/times.ts';
import { SHEET } from './text.ts';

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

export interface SaidFieldProps {
  /** What the remark is about. */
  readonly name: string;
  readonly remark: string;
  readonly at: number | null;
  /** Said in words beside it; null: nothing is missing. */
  readonly missing: string | null;
  readonly inputRef: Ref<InputRef>;
  readonly onRemark: (remark: string) => void;
  /** Takes the place the recording is at, or lets it go. */
  readonly onPlace: (take: boolean) => void;
  readonly onSeek: (seconds: number) => void;
  readonly onFocus: () => void;
  readonly onLeave: (forward: boolean) => void;
}

/** Why points were lost, and where that can be heard. */
export function SaidField(props: SaidFieldProps): ReactNode {
  const { name, remark, at, missing, inputRef, onRemark, onPlace, onSeek, onFocus, onLeave } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onLeave(event.key === 'Enter');
  };
  return (
    <div className="scoring-said">
      <Input
        ref={inputRef}
        size="small"
        aria-label={SHEET.remarkOf(name)}
        placeholder={SHEET.remarkHint}
        maxLength={300}
        value={remark}
        status={missing ? 'error' : ''}
        onChange={({ target }) => onRemark(target.value)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
      {at === null ? (
        <Button
          size="small"
          type="text"
          icon={<AimOutlined aria-hidden />}
          aria-label={SHEET.mark}
          title={SHEET.mark}
          tabIndex={-1}
          onClick={() => onPlace(true)}
        />
      ) : (
        <>
          <Place at={at} onSeek={onSeek} />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={SHEET.unmark}
            title={SHEET.unmark}
            tabIndex={-1}
            onClick={() => onPlace(false)}
          />
        </>
      )}
      {missing && <span className="scoring-missing">{missing}</span>}
    </div>
  );
}
