import { demoJobNumbers, ensureRoles } from '../db/central/accounts.ts';
import { writeLog } from '../db/central/log.ts';
import { insertCentre, readCentre } from '../db/central/reference.ts';
import { DEFAULT_ROLES, roleIdSchema } from '../shared/domain/people.ts';
import { fail } from '../shared/failure.ts';
import { centreSchema, type Centre } from '../shared/sync/feed.ts';
import { now, type Service } from './service.ts';
import { shipSynonyms } from './wording/keep.ts';

/** What a new centre starts with; the city's people change it afterwards. */
const FIRST_SETTINGS = { retentionDays: 90, leaseDays: 7, wrapUpSeconds: 30 } as const;

const NAMED = 3;

/**
 * Gives a new database its roles and the centre's own row, and refuses one that is not for this start.
 * @throws DEMO_ACCOUNT_REFUSED where a centre in earnest finds demo accounts; CENTRE_MISMATCH where the database is
 *   another city's, or in earnest and the start is not
 */
export async function prepareCentre(service: Service): Promise<Centre> {
  const { db, pack, demo } = service;
  const roles = roleIdSchema.options.map((id) => ({ id, ...DEFAULT_ROLES[id] }));
  await db.transaction(async (tx) => {
    await ensureRoles(tx, roles);
    if (await readCentre(tx)) return shipSynonyms(tx, now(service));
    const centre = centreSchema.parse({
      id: 'centre',
      version: 1,
      city: pack.city,
      name: `${pack.cityName}12345政务服务便民热线`,
      demo,
      ...FIRST_SETTINGS,
    });
    if (!(await insertCentre(tx, centre))) return;
    const scope = { sensitivity: 'normal', unitId: null } as const;
    await writeLog(tx, {
      at: now(service),
      changes: [{ entity: 'centre', id: centre.id, version: centre.version, op: 'put', scope }],
    });
    await shipSynonyms(tx, now(service));
  });
  const centre = await readCentre(db);
  if (!centre) throw new Error('the centre has no row');
  await refuseMismatch(service, centre);
  return centre;
}

async function refuseMismatch({ db, pack, demo }: Service, centre: Centre): Promise<void> {
  if (centre.city !== pack.city) {
    fail('CENTRE_MISMATCH', { detail: `数据库属于 ${centre.city}，启动的是 ${pack.city}` });
  }
  if (demo && !centre.demo) fail('CENTRE_MISMATCH', { detail: '数据库属于正式环境，不能以演示方式启动' });
  if (demo) return;
  const found = await demoJobNumbers(db, NAMED);
  if (found.length > 0) fail('DEMO_ACCOUNT_REFUSED', { detail: `数据库中有演示工号 ${found.join('、')} 等` });
  if (centre.demo) fail('CENTRE_MISMATCH', { detail: '数据库属于演示环境，不能作为正式中心启动' });
}
