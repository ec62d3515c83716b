import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { z } from 'zod';
import { useUnits } from '../../data/directory.ts';
import { unitIdSchema, type UnitId } from '../../../shared/domain/ids.ts';
import { TEXT } from './text.ts';

/** A unit that is to assist, as it is being written down. */
export interface AssistantDraft {
  readonly unitId: UnitId;
  readonly task: string;
}

/** The same as a form keeps them. */
export const assistantDraftsSchema = z.array(z.object({ unitId: unitIdSchema, task: z.string() }));

export interface AssistantsFieldProps {
  readonly value: readonly AssistantDraft[];
  /** The lead unit cannot assist itself. */
  readonly lead: UnitId | null;
  readonly error: string | undefined;
  readonly onChange: (value: readonly AssistantDraft[]) => void;
}

/** 协办单位, each with what is asked of it. T11, H9. */
export function AssistantsField({ value, lead, error, onChange }: AssistantsFieldProps): ReactNode {
  const units = useUnits();
  const id = useId();
  const nameOf = (unitId: UnitId): string => units.find((unit) => unit.id === unitId)?.name ?? unitId;
  const taken = new Set([lead, ...value.map(({ unitId }) => unitId)]);
  return (
    <div className="act-field">
      <div className="act-field-head">
        <label htmlFor={id}>{TEXT.assistants}</label>
        <span className="order-faint">{TEXT.assistantsHint}</span>
      </div>
      {value.map(({ unitId, task }) => (
        <div key={unitId} className="act-assistant">
          <span className="act-assistant-name">{nameOf(unitId)}</span>
          <Input
            value={task}
            maxLength={500}
            placeholder={TEXT.taskHint}
            aria-label={TEXT.taskOf(nameOf(unitId))}
            onChange={({ target }) =>
              onChange(value.map((one) => (one.unitId === unitId ? { ...one, task: target.value } : one)))
            }
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={TEXT.removeAssistant(nameOf(unitId))}
            onClick={() => onChange(value.filter((one) => one.unitId !== unitId))}
          />
        </div>
      ))}
      <Select<UnitId, { value: UnitId; label: string }>
        id={id}
        className="act-wide"
        value={null}
        placeholder={TEXT.addAssistant}
        prefix={<PlusOutlined aria-hidden />}
        showSearch={{ optionFilterProp: 'label' }}
        options={units
          .filter((unit) => unit.open && !taken.has(unit.id))
          .map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={(chosen: UnitId) => onChange([...value, { unitId: chosen, task: '' }])}
      />
      {error && (
        <p className="order-field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
