import { DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import type { Centre } from '../../shared/sync/feed.ts';

/** What the small centre says of itself. */
export const CENTRE_ROW: Centre = {
  id: 'centre',
  version: 1,
  city: 'hebi',
  name: '鹤壁市 12345',
  demo: true,
  retentionDays: 90,
  leaseDays: 7,
  wrapUpSeconds: 30,
  calendar: { knownUntil: '2026-12-31', holidays: [], workdays: [], closures: [] },
  knowledge: DEFAULT_KNOWLEDGE_SETTINGS,
  places: [],
};
