import { create } from 'zustand';

/** 大屏 stands in the page's address, so that a page that loads again by itself is the wall again. */
const ADDRESS = '#wall';

interface WallMode {
  readonly on: boolean;
  readonly show: () => void;
  readonly leave: () => void;
}

export const useWallMode = create<WallMode>((set) => ({
  on: location.hash === ADDRESS,
  show: () => {
    history.replaceState(null, '', ADDRESS);
    set({ on: true });
    // Refused where the browser does not want it; the wall fills the window all the same.
    document.documentElement.requestFullscreen().catch(() => undefined);
  },
  leave: () => {
    history.replaceState(null, '', location.pathname + location.search);
    set({ on: false });
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  },
}));
