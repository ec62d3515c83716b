import { PhoneOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnitList } from '../../data/directory.ts';
import { unitIdSchema, type UnitId } from '../../../shared/domain/ids.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PrimaryKey } from '../../components/primary-button.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { useKey } from '../../keys/keys.ts';
import { TEXT } from './text.ts';
import type { Telephony } from './use-telephony.ts';
import { dialable } from './dialable.ts';

export interface ConsultPanelProps {
  readonly purpose: 'consult' | 'transfer';
  readonly telephony: Telephony;
  readonly onDone: () => void;
}

/** Whom to ring: a unit by its contact of the hour, or a number. */
export function ConsultPanel({ purpose, telephony, onDone }: ConsultPanelProps): ReactNode {
  const [unitId, setUnitId] = useState<UnitId | null>(null);
  const [typed, setTyped] = useState('');
  const units = useUnitList();
  const contact = useDeskQuery({
    key: ['contactNow', unitId],
    tables: ['units'],
    run: async (desk) => (unitId ? await desk.units.contactNow({ id: unitId }) : null),
    enabled: unitId !== null,
  });
  const unit = units.data?.find(({ id }) => id === unitId) ?? null;
  const number = dialable(typed) ?? (typed === '' && unitId ? (contact.data?.phone ?? null) : null);
  const label = unit && typed === '' ? unit.shortName : '';

  const dial = async (type: 'consult' | 'blindTransfer'): Promise<void> => {
    if (number === null) return;
    if (await telephony.send({ type, unitId: typed === '' ? unitId : null, number, label })) onDone();
  };
  useKey('primary', () => void dial(purpose === 'consult' ? 'consult' : 'blindTransfer'), number !== null);

  return (
    <section className="consult-panel" aria-label={TEXT.consultTitle}>
      <Select<string>
        showSearch={{ filterOption: (text, option) => unitMatches(units.data ?? [], option?.value, text) }}
        ref={focusOnMount}
        aria-label={TEXT.searchUnit}
        placeholder={TEXT.searchUnit}
        loading={units.loading}
        value={unitId}
        onChange={(id) => {
          setUnitId(unitIdSchema.parse(id));
          setTyped('');
        }}
        options={(units.data ?? [])
          .filter(({ open, level }) => open && level !== 'city')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      {unitId && typed === '' && <ContactLine contact={contact} />}
      <Input
        aria-label={TEXT.dialNumber}
        prefix={<span className="faint">{TEXT.dialNumber}</span>}
        placeholder={TEXT.numberHint}
        className="num"
        inputMode="tel"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => void dial(purpose === 'consult' ? 'consult' : 'blindTransfer')}
      />
      <div className="consult-actions">
        <Button
          type={purpose === 'consult' ? 'primary' : 'default'}
          icon={<PhoneOutlined aria-hidden />}
          disabled={number === null}
          title={TEXT.consultHint}
          onClick={() => void dial('consult')}
        >
          {TEXT.consult} {purpose === 'consult' && <PrimaryKey />}
        </Button>
        <Button
          type={purpose === 'transfer' ? 'primary' : 'default'}
          disabled={number === null}
          title={TEXT.blindHint}
          onClick={() => void dial('blindTransfer')}
        >
          {TEXT.blindTransfer} {purpose === 'transfer' && <PrimaryKey />}
        </Button>
        <span className="faint consult-note">{purpose === 'consult' ? TEXT.consultHint : TEXT.blindHint}</span>
      </div>
    </section>
  );
}

type ContactQuery = ReturnType<typeof useDeskQuery<{ kind: 'liaison' | 'duty'; name: string; phone: string } | null>>;

function ContactLine({ contact }: { contact: ContactQuery }): ReactNode {
  if (contact.failure) return <FailureNote look="line" failure={contact.failure} onRetry={contact.refresh} />;
  if (contact.data === undefined) return <span className="skeleton" style={{ width: '70%' }} />;
  if (contact.data === null) return <p className="consult-none">{TEXT.noContact}</p>;
  const { kind, name, phone } = contact.data;
  return (
    <p className="consult-contact">
      <span className="faint">{kind === 'liaison' ? TEXT.liaison : TEXT.duty}</span>
      <span>{name}</span>
      <strong className="num">{phone}</strong>
    </p>
  );
}

function unitMatches(units: readonly Unit[], id: unknown, text: string): boolean {
  const unit = units.find((candidate) => candidate.id === id);
  return unit !== undefined && `${unit.name} ${unit.shortName} ${unit.duties}`.includes(text.trim());
}
