import type { FieldName } from './model/fields.ts';

/** The element id of a field's control: its label, its error and the focus find it by this. */
export function fieldId(name: FieldName): string {
  return `field-${name}`;
}

/**
 * Puts the cursor into a field: at once where it is on the screen, so that the very next key lands there, and again
 * after the next painting where it has only just appeared or been replaced.
 */
export function focusField(name: FieldName): void {
  const before = controlOf(name);
  before?.focus();
  requestAnimationFrame(() => {
    const after = controlOf(name);
    if (after !== before) after?.focus();
    after?.scrollIntoView({ block: 'nearest' });
  });
}

const FOCUSABLE = 'input, textarea, button, [tabindex]';

function controlOf(name: FieldName): HTMLElement | null {
  const element = document.getElementById(fieldId(name));
  return element?.matches(FOCUSABLE) ? element : (element?.querySelector<HTMLElement>(FOCUSABLE) ?? null);
}
