import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { FormItem, FormSection, VetoItem } from '../../../shared/domain/scoring/form.ts';
import { Amount } from './amount.tsx';
import { FORMS } from './plans-text.ts';

export function newItem(): FormItem {
  return { id: crypto.randomUUID(), name: FORMS.newItem, guide: '', points: 10 };
}

/** @param weight what the other sections leave of the hundred */
export function newSection(weight: number): FormSection {
  return { id: crypto.randomUUID(), name: FORMS.newSection, weight, items: [newItem()] };
}

export interface SectionFieldsProps {
  readonly at: number;
  readonly section: FormSection;
  readonly removable: boolean;
  /** Null: it goes. */
  readonly onChange: (section: FormSection | null) => void;
}

/** One section: its name and weight, and what is scored in it. */
export function SectionFields({ at, section, removable, onChange }: SectionFieldsProps): ReactNode {
  const { name, weight, items } = section;
  const put = (id: string, part: Partial<FormItem>): void =>
    onChange({ ...section, items: items.map((item) => (item.id === id ? { ...item, ...part } : item)) });
  return (
    <section className="scoring-section" aria-label={name}>
      <div className="scoring-edit-line">
        <Input
          aria-label={FORMS.section(at)}
          maxLength={40}
          value={name}
          onChange={({ target }) => onChange({ ...section, name: target.value })}
        />
        <Amount
          bare
          label={FORMS.weight(name)}
          unit={FORMS.weightShort}
          value={weight}
          least={1}
          most={100}
          onChange={(next) => onChange({ ...section, weight: next })}
        />
        <Button aria-label={FORMS.removeOf(name)} disabled={!removable} onClick={() => onChange(null)}>
          {FORMS.remove}
        </Button>
      </div>
      {items.map((item, index) => (
        <div key={item.id} className="scoring-edit-line scoring-edit-item">
          <Input
            aria-label={FORMS.itemOf(at, index + 1)}
            maxLength={40}
            value={item.name}
            onChange={({ target }) => put(item.id, { name: target.value })}
          />
          <Amount
            bare
            label={FORMS.pointsOf(item.name)}
            unit={FORMS.points}
            value={item.points}
            least={1}
            most={100}
            onChange={(points) => put(item.id, { points })}
          />
          <Button
            aria-label={FORMS.removeOf(item.name)}
            disabled={items.length === 1}
            onClick={() => onChange({ ...section, items: items.filter(({ id }) => id !== item.id) })}
          >
            {FORMS.remove}
          </Button>
          <Input
            className="scoring-edit-guide"
            aria-label={FORMS.guideOf(item.name)}
            placeholder={FORMS.guide}
            maxLength={300}
            value={item.guide}
            onChange={({ target }) => put(item.id, { guide: target.value })}
          />
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange({ ...section, items: [...items, newItem()] })}>
          {FORMS.addItem}
        </Button>
      </div>
    </section>
  );
}

export interface VetoFieldsProps {
  readonly vetoes: readonly VetoItem[];
  readonly onChange: (vetoes: VetoItem[]) => void;
}

/** What outweighs everything else. */
export function VetoFields({ vetoes, onChange }: VetoFieldsProps): ReactNode {
  const put = (id: string, part: Partial<VetoItem>): void =>
    onChange(vetoes.map((veto) => (veto.id === id ? { ...veto, ...part } : veto)));
  return (
    <section className="scoring-section scoring-vetoes" aria-label={FORMS.vetoes}>
      <h3>{FORMS.vetoes}</h3>
      {vetoes.map((veto, at) => (
        <div key={veto.id} className="scoring-edit-line scoring-edit-veto">
          <Input
            aria-label={FORMS.vetoOf(at + 1)}
            maxLength={40}
            value={veto.name}
            onChange={({ target }) => put(veto.id, { name: target.value })}
          />
          <Input
            aria-label={FORMS.guideOf(veto.name)}
            placeholder={FORMS.guide}
            maxLength={300}
            value={veto.guide}
            onChange={({ target }) => put(veto.id, { guide: target.value })}
          />
          <Button
            aria-label={FORMS.removeOf(veto.name)}
            onClick={() => onChange(vetoes.filter(({ id }) => id !== veto.id))}
          >
            {FORMS.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => onChange([...vetoes, { id: crypto.randomUUID(), name: FORMS.newVeto, guide: '' }])}
        >
          {FORMS.addVeto}
        </Button>
      </div>
    </section>
  );
}
