import { referencePage } from '../../db/central/reference.ts';
import { standingByUnit } from '../../db/central/standing.ts';
import type { Overview, OverviewRow } from '../../shared/hall/overview.ts';
import { instant } from '../../shared/instant.ts';
import { readNames } from '../reports/names.ts';
import type { Service } from '../service.ts';

/** Everybody who looks within a minute sees the same. */
const KEPT_MS = 60_000;
const DAY_MS = 86_400_000;
const ALL_UNITS = 100_000;

/** Running orders by county and department. @returns reads them, from the database at most once a minute */
export function createOverview(service: Pick<Service, 'db' | 'nowMs'>): () => Promise<Overview> {
  let kept: Promise<Overview> | null = null;
  let keptMs = -Infinity;
  return () => {
    const nowMs = service.nowMs();
    if (kept && nowMs - keptMs < KEPT_MS) return kept;
    const reading = read(service, nowMs);
    kept = reading;
    keptMs = nowMs;
    reading.catch(() => {
      if (kept === reading) kept = null;
    });
    return reading;
  };
}

async function read({ db }: Pick<Service, 'db'>, nowMs: number): Promise<Overview> {
  const [names, units, standing] = await Promise.all([
    readNames(db),
    referencePage(db, 'unit', '', ALL_UNITS),
    standingByUnit(db, instant(nowMs), instant(nowMs + DAY_MS)),
  ]);
  const known = new Map<string, (typeof units)[number]>(units.map((unit) => [unit.id, unit]));
  const rows = new Map<string, OverviewRow>();
  for (const { unitId, open, near, overdue } of standing) {
    const unit = known.get(names.department(unitId));
    if (!unit) continue;
    const before = rows.get(unit.id) ?? {
      unitId: unit.id,
      name: unit.shortName,
      kind: unit.level === 'county' ? ('county' as const) : ('department' as const),
      open: 0,
      near: 0,
      overdue: 0,
    };
    rows.set(unit.id, {
      ...before,
      open: before.open + open,
      near: before.near + near,
      overdue: before.overdue + overdue,
    });
  }
  const sorted = [...rows.values()].toSorted(
    (one, other) => other.overdue - one.overdue || other.near - one.near || other.open - one.open,
  );
  return { at: instant(nowMs), rows: sorted };
}
