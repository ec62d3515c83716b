interface Focusable {
  readonly focus: () => void;
  /** What antd's fields stand for. */
  readonly nativeElement?: Element | null;
}

const seen = new WeakSet<object>();

/**
 * Used as a `ref`: the element takes the focus when it appears. Only for what the person has just asked for, a chooser
 * or a question; never for what appears by itself.
 */
export function focusOnMount(field: Focusable | null): void {
  if (!field) return;
  const element = field.nativeElement ?? field;
  // antd hands over its fields again whenever they are drawn: once somebody has gone on, the hand is not taken back.
  if (seen.has(element)) return;
  seen.add(element);
  // A dialog around it opens after what stands in it, and until then nothing in it can have the focus.
  queueMicrotask(() => field.focus());
}
