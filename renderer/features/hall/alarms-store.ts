import { create } from 'zustand';
import type { Alarm } from '../../../shared/hall/alarms.ts';

/** The hall's alarms, kept by {@link HallAlarm}, which follows the stream; null before the first word. */
export const useHallAlarms = create<{ readonly alarms: readonly Alarm[] | null }>(() => ({ alarms: null }));
