import { useState } from 'react';
import { useKey } from '../../keys/keys.ts';

/** The open state of a popover that Escape closes before it closes anything behind it. */
export function usePopover(): { readonly open: boolean; readonly onOpenChange: (open: boolean) => void } {
  const [open, setOpen] = useState(false);
  useKey('back', () => setOpen(false), open);
  return { open, onOpenChange: setOpen };
}
