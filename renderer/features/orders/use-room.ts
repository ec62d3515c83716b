import { useCallback, useState, type RefCallback } from 'react';

export interface Room {
  /** px. */
  readonly width: number;
  /** px. */
  readonly height: number;
  /** Put on the element that is measured. */
  readonly measure: RefCallback<HTMLDivElement>;
}

/** The room an element has, as it has it. */
export function useRoom(): Room {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const measure = useCallback((element: HTMLDivElement | null) => {
    if (!element) return undefined;
    // At once, ahead of the first paint: otherwise the list would show three columns for one frame.
    setRoom({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(([entry]) => {
      // Behind another screen the list has no width; it keeps its columns until it is in front again.
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0) setRoom({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ...room, measure };
}
