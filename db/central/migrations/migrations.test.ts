import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRecordSchema } from '../../../shared/domain/call.ts';
import { EMPTY_LIFE, lifeSchema } from '../../../shared/domain/life.ts';
import { DEFAULT_ROLES } from '../../../shared/domain/people.ts';
import { FailureError } from '../../../shared/failure.ts';
import { sqlState, type Database } from '../database.ts';
import { migrate, MIGRATIONS } from '../migrate.ts';
import { openPglite } from '../pglite.ts';

// One database, brought forward step by step: each step is looked at before the next one is made.
describe('migrations', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openPglite(null);
  }, 60_000);
  afterAll(() => db.close());

  const step = (id: number) => migrate(db, MIGRATIONS.slice(0, id));
  const refused = async (sql: string): Promise<string | null> => {
    try {
      await db.write(sql);
      return null;
    } catch (error) {
      return sqlState(error);
    }
  };
  const account = randomUUID();
  /** As a role was before reports had readers, and calls were scored. */
  const before = (permissions: readonly string[]): string[] =>
    permissions.filter((permission) => permission !== 'report.read' && !permission.startsWith('scoring.'));

  it('people: an account has one live session, and a job number belongs to one account', async () => {
    expect(await step(1)).toEqual(['people']);
    const insert = (id: string, job: string) =>
      `INSERT INTO accounts (id, job_number, name, password, created_at) VALUES ('${id}', '${job}', '甲', '', now())`;
    await db.write(insert(account, '1001'));
    expect(await refused(insert(randomUUID(), '1001'))).toBe('23505');
    const session = (ended: string) =>
      `INSERT INTO sessions VALUES (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '${account}', gen_random_uuid(),
       '一号', now(), now(), now(), ${ended}, NULL)`;
    expect(await refused(session('NULL'))).toBeNull();
    expect(await refused(session('now()'))).toBeNull();
    expect(await refused(session('NULL'))).toBe('23505');
  });

  it('reference: there is one centre', async () => {
    expect(await step(2)).toEqual(['reference']);
    expect(await refused(`INSERT INTO centre VALUES ('another', 1, false, '{}')`)).toBe('23514');
  });

  it('orders: an official number is given once', async () => {
    expect(await step(3)).toEqual(['orders']);
    const order = `INSERT INTO orders VALUES (gen_random_uuid(), 'HB2611-000001', 1, 'closed', 'normal', NULL, '${account}',
      now(), now(), NULL, '{}')`;
    expect(await refused(order)).toBeNull();
    expect(await refused(order)).toBe('23505');
  });

  it('sync: the feed has one head with an epoch of its own, and parts for what is to come', async () => {
    expect(await step(4)).toEqual(['sync']);
    const [head, ...others] = await db.read<{ epoch: string; seq: number }>('SELECT epoch, seq FROM feed_head');
    expect(head?.epoch).toMatch(/^[0-9a-f-]{36}$/);
    expect(head?.seq).toBe(0);
    expect(others).toEqual([]);
    const change = (seq: number) => `INSERT INTO feed VALUES (${seq}, now(), 'order', 'x', 1, 'put', 'normal', NULL)`;
    expect(await refused(change(1))).toBeNull();
    expect(await refused(change(19_999_999))).toBeNull();
    expect(await refused(change(1))).toBe('23505');
  });

  it('audit: a row can be added and nothing else', async () => {
    expect(await step(5)).toEqual(['audit']);
    await db.write(`INSERT INTO audit VALUES (1, now(), NULL, NULL, 'test', NULL, '{}', '')`);
    expect(await refused(`UPDATE audit SET action = 'other'`)).toBe('42501');
    expect(await refused(`DELETE FROM audit`)).toBe('42501');
    expect(await refused(`TRUNCATE audit`)).toBe('42501');
  });

  it('calls and attachments: an attachment takes its chunks with it', async () => {
    expect(await step(6)).toEqual(['calls and attachments']);
    const id = randomUUID();
    await db.write(`INSERT INTO attachments VALUES ('${id}', '', 1, 1, true, '${randomUUID()}', now())`);
    await db.write(`INSERT INTO attachment_chunks VALUES ('${id}', 0, '')`);
    await db.write(`DELETE FROM attachments WHERE id = '${id}'`);
    expect(await db.read('SELECT 1 FROM attachment_chunks')).toEqual([]);
  });

  it('life: orders from before get one, and roles what they lacked', async () => {
    const id = randomUUID();
    const at = '2026-11-20T02:00:00.000Z';
    const limit = {
      due: '2026-12-04T16:00:00.000Z',
      rule: 'H8',
      article: '第六条',
      from: 'forwarded',
      startedAt: at,
      pack: 'hebi',
      packVersion: 1,
      provisional: false,
    };
    const older = {
      mode: 'forward',
      createdAt: at,
      deadline: { ...limit, workingDays: 10 },
      request: { accused: { unit: '某局' } },
    };
    await db.write(
      `INSERT INTO orders VALUES ('${id}', 'HB2611-000002', 1, 'handling', 'normal', 'u-one', '${account}', now(), NULL, NULL, $1::jsonb)`,
      [JSON.stringify(older)],
    );
    await db.write(`INSERT INTO roles VALUES ('unitLeader', '负责人', '{order.view}')`);
    expect(await step(7)).toEqual(['life']);
    const [row] = await db.read<{ data: { request: unknown; life: unknown }; assisting: string[] }>(
      `SELECT data, assisting FROM orders WHERE id = '${id}'`,
    );
    expect(row?.assisting).toEqual([]);
    expect(row?.data.request).toEqual({ channel: 'hotline', accused: { unit: '某局', unitId: null } });
    const firstDeadline = { ...limit, limit: '10wd', statutory: null, also: [] };
    expect(lifeSchema.parse(row?.data.life)).toEqual({ ...EMPTY_LIFE, dispatchedAt: at, firstDeadline });
    const roles = await db.read<{ id: string; permissions: string[] }>('SELECT id, permissions FROM roles ORDER BY id');
    expect(roles).toEqual([
      { id: 'leader', permissions: before(DEFAULT_ROLES.leader.permissions) },
      { id: 'reviewer', permissions: before(DEFAULT_ROLES.reviewer.permissions) },
      { id: 'unitLeader', permissions: ['order.view', 'order.sign'] },
    ]);
  });

  it('calls: finished ones of before read as today’s; a number is open once among the missed and the blocked', async () => {
    await db.write(
      `INSERT INTO calls VALUES ('old-1', '13800005521', '${account}', '2026-11-20T02:00:00Z', '2026-11-20T02:00:05Z', NULL, 'answered')`,
    );
    expect(await step(8)).toEqual(['calls']);
    const [row] = await db.read<{ data: unknown; agents: string[]; live: boolean }>(
      'SELECT data, agents, live FROM calls',
    );
    expect(row).toMatchObject({ agents: [account], live: false });
    expect(callRecordSchema.parse(row?.data)).toMatchObject({
      queuedAt: '2026-11-20T02:00:00.000Z',
      endedAt: null,
      unknown: ['endedAt'],
    });
    const missed = (state: string) =>
      `INSERT INTO missed_calls VALUES (gen_random_uuid(), '13800005521', '${state}', now(), NULL, NULL, '{}')`;
    expect(await refused(missed('waiting'))).toBeNull();
    expect(await refused(missed('claimed'))).toBe('23505');
    expect(await refused(missed('came'))).toBeNull();
    const block = (state: string) =>
      `INSERT INTO call_blocks VALUES (gen_random_uuid(), '13800005521', '${state}', now(), NULL, NULL, '{}')`;
    expect(await refused(block('proposed'))).toBeNull();
    expect(await refused(block('active'))).toBe('23505');
  });

  it('pack versions: a version of a city is kept once', async () => {
    expect(await step(9)).toEqual(['pack versions']);
    const version = `INSERT INTO pack_versions VALUES ('hebi', 1, now(), '{}')`;
    expect(await refused(version)).toBeNull();
    expect(await refused(version)).toBe('23505');
  });

  it('knowledge: an article has one working side, and a day one count of it', async () => {
    expect(await step(10)).toEqual(['knowledge']);
    const manuscript = `INSERT INTO manuscripts VALUES (gen_random_uuid(), 'k-1', NULL, 1, '{}')`;
    expect(await refused(manuscript)).toBeNull();
    expect(await refused(manuscript)).toBe('23505');
    const count = `INSERT INTO article_usage VALUES ('k-1', '2026-11-21', 1, 0, 0)`;
    expect(await refused(count)).toBeNull();
    expect(await refused(count)).toBe('23505');
  });

  it('models: a training keeps its number, and one of each kind is in use', async () => {
    expect(await step(11)).toEqual(['models']);
    const training = `INSERT INTO trainings VALUES ('subject', 1, now(), '{}', '')`;
    expect(await refused(training)).toBeNull();
    expect(await refused(training)).toBe('23505');
    const model = `INSERT INTO models VALUES ('subject', 1, '{}')`;
    expect(await refused(model)).toBeNull();
    expect(await refused(model)).toBe('23505');
  });

  it('wording: words that led to an article are kept once', async () => {
    expect(await step(12)).toEqual(['wording']);
    const tie = `INSERT INTO ties VALUES ('k-1~a', 'k-1', 1, '{}')`;
    expect(await refused(tie)).toBeNull();
    expect(await refused(tie)).toBe('23505');
  });

  it('figures: sums and the orders behind them, and whoever oversees may read reports', async () => {
    expect(await step(13)).toEqual(['figures']);
    const sum = `INSERT INTO figure_days VALUES ('received', '2026-11-20', 'u-one', '', 0, 1)`;
    expect(await refused(sum)).toBeNull();
    expect(await refused(sum)).toBe('23505');
    const roles = await db.read<{ id: string; permissions: string[] }>(
      `SELECT id, permissions FROM roles WHERE id IN ('leader', 'unitLeader') ORDER BY id`,
    );
    expect(roles).toEqual([
      { id: 'leader', permissions: DEFAULT_ROLES.leader.permissions },
      { id: 'unitLeader', permissions: ['order.view', 'order.sign', 'report.read'] },
    ]);
  });

  it('hall: one row of settings, and a wrap-up kept once', async () => {
    expect(await step(14)).toEqual(['hall']);
    const settings = `INSERT INTO hall_settings VALUES ('settings', 1, '{}')`;
    expect(await refused(settings)).toBeNull();
    expect(await refused(settings)).toBe('23505');
    expect(await refused(`INSERT INTO hall_settings VALUES ('another', 1, '{}')`)).toBe('23514');
    const wrapUp = `INSERT INTO wrap_ups VALUES ('${account}', '2026-11-21T02:00:00Z', '2026-11-21T02:00:30Z')`;
    expect(await refused(wrapUp)).toBeNull();
    expect(await refused(wrapUp)).toBe('23505');
  });

  it('alarms: a cause stands once, and again after it was over', async () => {
    expect(await step(15)).toEqual(['alarms']);
    const alarm = (ended: string) =>
      `INSERT INTO alarms VALUES (gen_random_uuid(), 'wait', '', '', 60, now(), ${ended}, NULL, NULL)`;
    expect(await refused(alarm('NULL'))).toBeNull();
    expect(await refused(alarm('NULL'))).toBe('23505');
    expect(await refused(alarm('now()'))).toBeNull();
  });

  it('own work: finds by index what one person has written down', async () => {
    expect(await step(16)).toEqual(['own work']);
    const found = await db.read<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_indexes WHERE indexname = 'orders_created_by'`,
    );
    expect(found).toEqual([{ n: 1 }]);
  });

  it('handovers: one waits at a time, and nobody takes over from themselves', async () => {
    expect(await step(17)).toEqual(['handovers']);
    const handover = (taken: string) =>
      `INSERT INTO handovers VALUES (gen_random_uuid(), now(), '${account}', ${taken}, '{}')`;
    expect(await refused(handover('NULL'))).toBeNull();
    expect(await refused(handover('NULL'))).toBe('23505');
    expect(await refused(handover('gen_random_uuid()'))).toBeNull();
    expect(await refused(handover(`'${account}'`))).toBe('23514');
  });

  it('figure slots: finds by index the sums of past days that lie in slots', async () => {
    expect(await step(18)).toEqual(['figure slots']);
    const found = await db.read<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_indexes WHERE indexname = 'figure_days_slots'`,
    );
    expect(found).toEqual([{ n: 1 }]);
  });

  it('order facets: one row for each order', async () => {
    expect(await step(19)).toEqual(['order facets']);
    const facets = `INSERT INTO order_facets VALUES ('${account}', 'help', 'web', 'forward', false, 'open', 'none')`;
    expect(await refused(facets)).toBeNull();
    expect(await refused(facets)).toBe('23505');
  });

  it('scoring: a plan draws a call once, nobody scores themselves, and roles get their rights', async () => {
    await db.write(`INSERT INTO roles VALUES ('qualityInspector', '质检员', '{order.inspect}') ON CONFLICT DO NOTHING`);
    expect(await step(20)).toEqual(['scoring']);
    const [role] = await db.read<{ permissions: string[] }>(
      `SELECT permissions FROM roles WHERE id = 'qualityInspector'`,
    );
    expect(role?.permissions).toEqual(expect.arrayContaining(['scoring.score', 'scoring.decide', 'scoring.keep']));
    const plan = randomUUID();
    const form = randomUUID();
    await db.write(`INSERT INTO scoring_plans VALUES ('${plan}', '{}')`);
    expect(await refused(`INSERT INTO scoring_forms VALUES ('${form}', 1, 'draft', '{}')`)).toBeNull();
    expect(await refused(`INSERT INTO scoring_forms VALUES ('${form}', 2, 'draft', '{}')`)).toBe('23505');
    const scoring = (inspector: string, planId: string): string =>
      `INSERT INTO scorings (id, call_id, agent_id, inspector_id, plan_id, form_id, form_version, state, made_at, appealed, data)
       VALUES (gen_random_uuid(), 'call', '${account}', ${inspector}, ${planId}, '${form}', 1, 'open', now(), false, '{}')`;
    expect(await refused(scoring(`'${account}'`, 'NULL'))).toBe('23514');
    expect(await refused(scoring('NULL', `'${plan}'`))).toBeNull();
    expect(await refused(scoring('NULL', `'${plan}'`))).toBe('23505');
    expect(await refused(scoring('NULL', 'NULL'))).toBeNull();
    expect(await refused(scoring('NULL', 'NULL'))).toBe('23505');
  });

  it('article files: one article names a file once, and pieces stored before are not taken for sealed ones', async () => {
    const id = randomUUID();
    await db.write(`INSERT INTO attachments VALUES ('${id}', '', 1, 1, true, '${randomUUID()}', now())`);
    await db.write(`INSERT INTO attachment_chunks VALUES ('${id}', 0, '')`);
    expect(await step(21)).toEqual(['article files']);
    expect(await db.read('SELECT sealed FROM attachment_chunks')).toEqual([{ sealed: false }]);
    const file = `INSERT INTO article_files VALUES ('${id}', 'k-1', false)`;
    expect(await refused(file)).toBeNull();
    expect(await refused(file)).toBe('23505');
  });

  it('draft handovers: a draft goes to one person at a time, and lies here only on its way', async () => {
    expect(await step(22)).toEqual(['draft handovers']);
    const handover = (draft: string, state: string, to = 'gen_random_uuid()', says = 'NULL') =>
      `INSERT INTO draft_handovers (id, draft_id, desk_id, from_id, to_id, state, at, since, data, draft)
       VALUES (gen_random_uuid(), '${draft}', gen_random_uuid(), '${account}', ${to}, '${state}', now(), now(), '{}', ${says})`;
    const [one, other] = [account, account.replace(/^./, 'f')];
    expect(await refused(handover(one, 'asked'))).toBeNull();
    expect(await refused(handover(one, 'given', 'gen_random_uuid()', `'{}'`))).toBe('23505');
    expect(await refused(handover(one, 'taken'))).toBeNull();
    expect(await refused(handover(other, 'given'))).toBe('23514');
    expect(await refused(handover(other, 'taken', 'gen_random_uuid()', `'{}'`))).toBe('23514');
    expect(await refused(handover(other, 'asked', `'${account}'`))).toBe('23514');
  });

  it('grievance callers: one row for each complaint', async () => {
    expect(await step(23)).toEqual(['grievance callers']);
    const row = `INSERT INTO grievance_callers VALUES ('${account}', 'digest', 's', '', '2026-11')`;
    expect(await refused(row)).toBeNull();
    expect(await refused(row)).toBe('23505');
  });

  it('order topics: one row for each order', async () => {
    expect(await step(24)).toEqual(['order topics']);
    const row = `INSERT INTO order_topics VALUES ('${account}', now(), 's', '', '', NULL)`;
    expect(await refused(row)).toBeNull();
    expect(await refused(row)).toBe('23505');
  });

  it('standing: counts what is open by where it stands', async () => {
    const order = (number: string, closed: string): string =>
      `INSERT INTO orders (id, number, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due, data)
       VALUES (gen_random_uuid(), '${number}', 1, 'handling', 'normal', 'u', '${account}', now(), ${closed}, NULL, '{}')`;
    for (const [number, closed] of [
      ['HB-S1', 'NULL'],
      ['HB-S2', 'NULL'],
      ['HB-S3', 'now()'],
    ] as const)
      await db.write(order(number, closed));
    expect(await step(25)).toEqual(['standing']);
    const rows = await db.read(`SELECT unit_id, state, slot, n FROM standing WHERE unit_id = 'u'`);
    expect(rows).toMatchObject([{ unit_id: 'u', state: 'handling', slot: 0, n: 2 }]);
    expect(await refused(`INSERT INTO standing SELECT * FROM standing LIMIT 1`)).toBe('23505');
  });

  it('draw candidates: what earlier draws were made from is kept', async () => {
    const [plan, draw] = [randomUUID(), randomUUID()];
    await db.write(`INSERT INTO scoring_plans VALUES ('${plan}', '{}')`);
    await db.write(
      `INSERT INTO scoring_draws VALUES ('${draw}', '${plan}', '2026-11-01', '2026-11-30', now(), '{}', '[{"callId": "c"}]', '[]', '[]')`,
    );
    expect(await step(26)).toEqual(['draw candidates']);
    expect(await db.read('SELECT draw_id, part, candidates FROM scoring_draw_candidates')).toEqual([
      { draw_id: draw, part: 0, candidates: [{ callId: 'c' }] },
    ]);
  });

  it('makes each step once', async () => {
    expect(await migrate(db)).toEqual([]);
  });

  it('makes nothing of a step that fails', async () => {
    const broken = { id: 99, name: 'broken', sql: 'CREATE TABLE half (a int); SELECT 1 / 0;' };
    await expect(migrate(db, [...MIGRATIONS, broken])).rejects.toThrow('division by zero');
    expect(await db.read(`SELECT 1 FROM pg_class WHERE relname = 'half'`)).toEqual([]);
  });

  it('refuses a database that a newer program has written', async () => {
    const older = migrate(db, MIGRATIONS.slice(0, 3));
    await expect(older).rejects.toThrow(FailureError);
    await expect(older).rejects.toThrow('STORE_FROM_FUTURE');
  });
});
