import dayjs, { type Dayjs } from 'dayjs';
import { BEIJING_OFFSET_MS, instant, type Instant } from '../../../../shared/instant.ts';

/** An instant as the date picker shows it: Beijing's wall clock, whatever zone this machine keeps. */
export function wallTime(at: Instant): Dayjs {
  return dayjs(new Date(Date.parse(at) + BEIJING_OFFSET_MS).toISOString().slice(0, 23));
}

/** The instant a wall time picked on screen means in Beijing. */
export function fromWallTime(wall: Dayjs): Instant {
  return instant(Date.parse(`${wall.format('YYYY-MM-DDTHH:mm:ss.SSS')}+08:00`));
}
