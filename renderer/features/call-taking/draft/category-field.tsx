import type { ReactNode } from 'react';
import { CATEGORY_NAMES, categorySchema, type Category } from '../../../../shared/domain/order.ts';
import { KeyHint, useKey, useTip, type KeyAction } from '../../../keys/keys.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { fieldId } from '../focus.ts';
import { FIELD_LABELS } from '../text.ts';
import { FieldError } from './field.tsx';

const KEYS: readonly KeyAction[] = ['category1', 'category2', 'category3', 'category4', 'category5', 'category6'];

/** 类别: the six, each by mouse, by arrows within the group, or by Alt with its number. */
export function CategoryField({ active }: { active: boolean }): ReactNode {
  return (
    <fieldset className="ct-categories" id={fieldId('category')}>
      <legend className="ct-legend ct-required">{FIELD_LABELS.category}</legend>
      <div className="ct-category-row">
        {categorySchema.options.map((category, index) => (
          <CategoryChoice key={category} category={category} action={KEYS[index] ?? 'category6'} active={active} />
        ))}
      </div>
      <FieldError name="category" />
    </fieldset>
  );
}

function CategoryChoice(props: { category: Category; action: KeyAction; active: boolean }): ReactNode {
  const { category, action, active } = props;
  const { edit, flush } = useDraftActions();
  const chosen = useEntry(({ form }) => form.category === category);
  const choose = (): void => edit({ category }, 'category');
  const tip = useTip(action, CATEGORY_NAMES[category]);
  useKey(action, choose, active);
  return (
    <label className="ct-category key-host" data-chosen={chosen} title={tip}>
      <input type="radio" name="category" checked={chosen} onChange={choose} onBlur={flush} />
      <span>{CATEGORY_NAMES[category]}</span>
      <KeyHint action={action} />
    </label>
  );
}
