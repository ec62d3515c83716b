import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { CallSettings, SkillId } from '../../../../shared/domain/calls/settings.ts';
import { SETTINGS } from '../text.ts';

/** A small label over a control, and below it what is wrong. The control names itself to screen readers. */
export function Labelled(props: { label: string; error?: string | undefined; children: ReactNode }): ReactNode {
  return (
    <label>
      <span aria-hidden>{props.label}</span>
      {props.children}
      {props.error && (
        <span className="calls-error" role="alert">
          {props.error}
        </span>
      )}
    </label>
  );
}

/** Rows that are being written have nothing of their own that stays: their place is what tells them apart. */
export function inPlace<T>(rows: readonly T[]): { readonly key: string; readonly index: number; readonly row: T }[] {
  return rows.map((row, index) => ({ key: `place-${index}`, index, row }));
}

const ANY = '';

interface SkillSelectProps {
  readonly label: string;
  readonly skills: CallSettings['skills'];
  readonly value: SkillId | null;
  readonly onChange: (skill: SkillId | null) => void;
}

/** One of the centre's skills, or 不限. */
export function SkillSelect({ label, skills, value, onChange }: SkillSelectProps): ReactNode {
  return (
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
  );
}
