import type { ReactNode } from 'react';
import { useLive } from '../data/live.ts';

/** The hatched line along the window's upper edge: whoever glances at the screen sees that nothing on it is real. */
export function DemoLine(): ReactNode {
  const demo = useLive(({ centre }) => centre?.demo ?? false);
  return demo ? <div className="demo-line" role="note" aria-label="演示环境，数据为虚构" /> : null;
}
