/**
 * Used as a `ref`: the element takes the focus when it appears. Only for what the person has just asked for, a chooser
 * or a question; never for what appears by itself.
 */
export function focusOnMount(element: { readonly focus: () => void } | null): void {
  element?.focus();
}
