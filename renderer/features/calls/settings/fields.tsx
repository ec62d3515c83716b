import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CallSettings, SkillId } from '../../../../shared/domain/calls/settings.ts';
import { SETTINGS } from '../text.ts';

/** What each part of the settings shows and changes. */
export interface PartProps {
  readonly settings: CallSettings;
  readonly onChange: (part: Partial<CallSettings>) => void;
  /** What is wrong where, by the path as the schema names it: `lines.0.number`. */
  readonly errors: ReadonlyMap<string, string>;
}

interface LabelledProps {
  readonly label: string;
  readonly error?: string | undefined;
}

/** A small label over a control, and below it what is wrong. The control names itself to screen readers. */
export function Labelled({ label, error, children }: LabelledProps & { readonly children: ReactNode }): ReactNode {
  return (
    <label>
      <span aria-hidden>{label}</span>
      {children}
      {error && (
        <span className="calls-error" role="alert">
          {error}
        </span>
      )}
    </label>
  );
}

/** One of several rows that are being written. */
export interface Editable<T> {
  /** Rows have nothing of their own that stays: their place is what tells them apart. */
  readonly key: string;
  readonly index: number;
  readonly row: T;
  readonly set: (part: Partial<T>) => void;
  readonly remove: () => void;
}

/** The rows with what changes each of them; `onChange` gets all rows as they are then. */
export function editable<T>(rows: readonly T[], onChange: (rows: T[]) => void): readonly Editable<T>[] {
  return rows.map((row, index) => ({
    key: `place-${index}`,
    index,
    row,
    set: (part) => onChange(rows.map((one, place) => (place === index ? { ...one, ...part } : one))),
    remove: () => onChange(rows.filter((_, place) => place !== index)),
  }));
}

interface TextPartProps extends LabelledProps {
  readonly value: string;
  readonly max: number;
  readonly className?: string;
  readonly onChange: (value: string) => void;
}

/** A few words, or a number as it is dialled. */
export function TextPart({ label, error, value, max, className = 'calls-w-m', onChange }: TextPartProps): ReactNode {
  return (
    <Labelled label={label} error={error}>
      <Input
        className={className}
        aria-label={label}
        value={value}
        maxLength={max}
        onChange={({ target }) => onChange(target.value)}
      />
    </Labelled>
  );
}

interface CountPartProps extends LabelledProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly title?: string;
  /** An emptied field; absent: it counts as the least. */
  readonly emptied?: number;
  readonly onChange: (value: number) => void;
}

/** A whole number. antd's arrows are left out: it names them in English. */
export function CountPart(props: CountPartProps): ReactNode {
  const { label, error, value, min, max, title, emptied = min, onChange } = props;
  return (
    <Labelled label={label} error={error}>
      <InputNumber
        className="calls-w-s"
        aria-label={label}
        {...(title === undefined ? {} : { title })}
        min={min}
        max={max}
        precision={0}
        controls={false}
        value={value}
        onChange={(count) => onChange(count ?? emptied)}
      />
    </Labelled>
  );
}

const ANY = '';

interface SkillPartProps extends LabelledProps {
  readonly skills: CallSettings['skills'];
  readonly value: SkillId | null;
  readonly onChange: (skill: SkillId | null) => void;
}

/** One of the centre's skills, or 不限. */
export function SkillPart({ label, error, skills, value, onChange }: SkillPartProps): ReactNode {
  return (
    <Labelled label={label} error={error}>
      <Select<string>
        className="calls-w-m"
        aria-label={label}
        value={value ?? ANY}
        options={[
          { value: ANY, label: SETTINGS.anySkill },
          ...skills.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) => onChange(chosen === ANY ? null : chosen)}
      />
    </Labelled>
  );
}

const LEVELS = [1, 2, 3, 4, 5].map((value) => ({ value, label: value }));

interface LevelPartProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** How well a skill has to be mastered. */
export function LevelPart({ value, onChange }: LevelPartProps): ReactNode {
  return (
    <Labelled label={SETTINGS.lineLevel}>
      <Select<number>
        className="calls-level"
        aria-label={SETTINGS.lineLevel}
        value={value}
        options={LEVELS}
        onChange={onChange}
      />
    </Labelled>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

export function RemoveButton({ label, onClick }: RowButtonProps): ReactNode {
  return <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={label} onClick={onClick} />;
}

export function AddButton({ label, small = false, onClick }: RowButtonProps & { readonly small?: boolean }): ReactNode {
  return (
    <Button size={small ? 'small' : 'medium'} icon={<PlusOutlined aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  );
}
