/**
 * Where a key takes the marked row of a list.
 * @param index the marked row, -1 where none is
 * @param page rows on screen
 * @returns the new index, or null for a key that does not move
 */
export function movedIndex(key: string, index: number, total: number, page: number): number | null {
  if (total === 0) return null;
  const clamp = (value: number): number => Math.min(total - 1, Math.max(0, value));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return clamp(index < 0 ? 0 : index - 1);
    case 'PageDown':
      return clamp(Math.max(0, index) + Math.max(1, page - 1));
    case 'PageUp':
      return clamp(index - Math.max(1, page - 1));
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
