import { create } from 'zustand';
import type { Help } from '../../../shared/domain/floor.ts';

/** Who asks for a supervisor, for the alarm and for 班长台; kept by {@link HelpAlarm}, which follows the stream. */
export const useHelps = create<{ readonly helps: readonly Help[] }>(() => ({ helps: [] }));
