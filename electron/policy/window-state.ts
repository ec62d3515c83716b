import { z } from 'zod';

/** What is kept of the window between two runs, in device-independent pixels. */
export const windowStateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window in which the screens still work. */
export const MIN_WIDTH = 1100;
export const MIN_HEIGHT = 680;
const FIRST = { width: 1440, height: 900 };

/** So much of the title bar must be on a display that it can be caught with the mouse. */
const CATCH_WIDTH = 120;
const CATCH_HEIGHT = 24;

/**
 * Where the window opens: where it was, if it can still be seen and caught there; otherwise in the middle of the first
 * display. Never larger than the display it is on.
 * @param saved as read from the file: anything
 * @param displays work areas, the primary one first
 */
export function placeWindow(saved: unknown, displays: readonly Area[]): WindowState {
  const parsed = windowStateSchema.safeParse(saved);
  const primary = displays[0] ?? { x: 0, y: 0, ...FIRST };
  if (!parsed.success) return centred(primary, FIRST.width, FIRST.height, false);
  const state = parsed.data;
  const home = displays.find((area) => canBeCaught(state, area));
  if (home === undefined) return centred(primary, state.width, state.height, state.maximized);
  return { ...state, ...fitted(home, state.width, state.height) };
}

function canBeCaught(state: WindowState, area: Area): boolean {
  const across = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
  const titleIsIn = state.y >= area.y && state.y + CATCH_HEIGHT <= area.y + area.height;
  return across >= CATCH_WIDTH && titleIsIn;
}

function fitted(area: Area, width: number, height: number): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(Math.max(width, MIN_WIDTH), area.width),
    height: Math.min(Math.max(height, MIN_HEIGHT), area.height),
  };
}

function centred(area: Area, width: number, height: number, maximized: boolean): WindowState {
  const size = fitted(area, width, height);
  return {
    ...size,
    x: Math.round(area.x + (area.width - size.width) / 2),
    y: Math.round(area.y + (area.height - size.height) / 2),
    maximized,
  };
}
