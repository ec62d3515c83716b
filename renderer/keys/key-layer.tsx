import { createContext, useLayoutEffect, useState, type ReactNode } from 'react';
import { GROUND_LAYER, newLayer, openLayer } from './registry.ts';

/** The layer whose keys the components below belong to. */
export const KeyLayerContext = createContext<number>(GROUND_LAYER);

/**
 * Wrapped around the content of a dialog: while it is on screen the keys of what lies beneath are still, so that F8
 * does not forward an order behind a question. Keys of the call go through unless `sealed`.
 */
export function KeyLayer({ sealed = false, children }: { sealed?: boolean; children: ReactNode }): ReactNode {
  const [layer] = useState(newLayer);
  useLayoutEffect(() => openLayer(layer, sealed), [layer, sealed]);
  return <KeyLayerContext value={layer}>{children}</KeyLayerContext>;
}
