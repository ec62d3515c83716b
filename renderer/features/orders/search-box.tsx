import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { useChord } from '../../keys/keys.ts';
import { TEXT } from './text.ts';

export interface SearchBoxProps {
  /** What is searched for now. */
  readonly text: string;
  readonly inputRef: RefObject<InputRef | null>;
  readonly onSearch: (text: string) => void;
  /** The person goes on to the rows. */
  readonly onLeave: () => void;
}

/** Searches as one types, and not while an input method is still composing: half a word in pinyin finds nothing. */
export function SearchBox({ text, inputRef, onSearch, onLeave }: SearchBoxProps): ReactNode {
  const [composed, setComposed] = useState<string | null>(null);
  const chord = useChord('find');
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onLeave();
    }
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      onSearch('');
    }
  };
  return (
    <Input
      ref={inputRef}
      className="orders-search"
      type="search"
      allowClear={CLEARABLE_INPUT}
      maxLength={100}
      prefix={<SearchOutlined aria-hidden />}
      suffix={<kbd className="key-inline">{chord}</kbd>}
      placeholder={TEXT.searchHint}
      aria-label={TEXT.search}
      value={composed ?? text}
      onChange={({ target, nativeEvent }) => {
        const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
        setComposed(composing ? target.value : null);
        if (!composing) onSearch(target.value);
      }}
      onCompositionEnd={({ currentTarget }) => {
        setComposed(null);
        onSearch(currentTarget.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
