import type { FieldName } from './model/fields.ts';

/** The element id of a field's control: its label, its error and the focus find it by this. */
export function fieldId(name: FieldName): string {
  return `field-${name}`;
}

/** Puts the cursor into a field once it is on the screen. */
export function focusField(name: FieldName): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(fieldId(name));
    const control = element?.matches('input, textarea, button, [tabindex]')
      ? element
      : element?.querySelector<HTMLElement>('input, textarea, button, [tabindex]');
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
  });
}
