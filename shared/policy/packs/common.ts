import type { Settings } from '../pack-limits.ts';

/** How these texts leave the counting of time open, and how it is read: Civil Code art. 201 and 203. */
export const CIVIL_CODE_SETTINGS: Settings = {
  countReceiptDay: false,
  dayEnds: '24:00',
  hoursRun: 'always',
  beforeDue: 'calendarDays',
  clockDuringReturn: 'runs',
};
