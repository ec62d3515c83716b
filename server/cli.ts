import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readHead, renewEpoch } from '../db/central/feed.ts';
import { writeLog } from '../db/central/log.ts';
import { verifyAudit } from '../db/central/audit.ts';
import { jobNumberSchema } from '../shared/domain/people.ts';
import { describeFailure, FailureError } from '../shared/failure.ts';
import { databaseSettings, withService } from './at-database.ts';
import { checkFigures } from './figures/check.ts';
import { countAnew } from './figures/count.ts';
import { createPerson } from './access/people.ts';
import { addRecordingKey } from './recordings/key.ts';
import { placesOf, setPlaces } from './office/places.ts';
import { now } from './service.ts';
import { prepareCentre } from './start-up.ts';

/**
 * Commands for whoever runs the centre:
 *   create-admin --job-number 8001 --name 张三   the password from HOTLINE_PASSWORD or the first line of standard input
 *   verify-audit                                 walks the audit log's chain; exit 1 names the first broken row
 *   set-places --file places.tsv                 the city's own list of places, for recognising them in what is written
 *   figures --check | --rebuild                   compares the reports' figures with the orders; or counts them anew
 *   new-recording-key                            seals what is recorded from the next start on under another key
 *   after-restore                                the database comes from a backup: every desk takes a fresh copy
 * The database is found as `main.ts` finds it: DATABASE_URL, HOTLINE_DATA, HOTLINE_CITY, HOTLINE_DEMO.
 */
const USAGE = `用法:
  node server/cli.ts create-admin --job-number <工号> --name <姓名>   （密码取自环境变量 HOTLINE_PASSWORD 或标准输入第一行）
  node server/cli.ts verify-audit
  node server/cli.ts set-places --file <地名表>   （每行一处，制表符分隔：所属县区、名称、别名……；县区本身第一列留空）
  node server/cli.ts figures --check   （核对统计数字与工单是否一致；--rebuild 重新统计，须先停止服务）
  node server/cli.ts new-recording-key   （录音换用新密钥，重启服务后生效；旧录音仍可调听，请一并备份密钥文件）
  node server/cli.ts after-restore   （数据库由备份恢复之后执行一次：各座席将重新收取数据）`;

const settings = databaseSettings
  .extend({
    HOTLINE_PASSWORD: z.string().min(1).optional(),
    HOTLINE_RECORDING_KEY: z.string().min(1).optional(),
  })
  .parse(process.env);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string' },
    'job-number': { type: 'string' },
    name: { type: 'string' },
    check: { type: 'boolean' },
    rebuild: { type: 'boolean' },
  },
});

async function createAdmin(): Promise<number> {
  const person = z.object({ 'job-number': jobNumberSchema, name: z.string().trim().min(1).max(40) }).safeParse(values);
  if (!person.success) return refuse(USAGE);
  const password = settings.HOTLINE_PASSWORD ?? (await firstLine());
  if (!password) return refuse('没有给出密码。');
  const { 'job-number': jobNumber, name } = person.data;
  await withService(settings, async (service) => {
    await prepareCentre(service);
    await createPerson(service, null, {
      jobNumber,
      name,
      password,
      unitId: null,
      roles: ['administrator'],
      secret: false,
    });
  });
  console.log(`管理员 ${jobNumber}（${name}）已建立。`);
  return 0;
}

async function verify(): Promise<number> {
  const verdict = await withService(settings, async ({ db }) => verifyAudit(db, await readHead(db)));
  if (verdict.ok) {
    console.log(`OK：审计日志共 ${verdict.rows} 行，链条完整。`);
    return 0;
  }
  const how = verdict.reason === 'missing' ? '缺失' : '被改动';
  return refuse(`审计日志第 ${verdict.row} 行${how}。`);
}

/** The feed's numbers mean something else in a restored database: what desks have pulled since the backup is not in it. */
async function afterRestore(): Promise<number> {
  await withService(settings, async (service) => {
    const at = now(service);
    await service.db.transaction(async (tx) => {
      await renewEpoch(tx, randomUUID());
      const entry = { at, accountId: null, deskId: null, action: 'centre.restored', subject: null, detail: {} };
      await writeLog(tx, { at, audit: [entry] });
    });
  });
  console.log('已更换数据期号，各座席下次联网时将重新收取数据。');
  return 0;
}

async function newRecordingKey(): Promise<number> {
  const file = settings.HOTLINE_RECORDING_KEY ?? path.join(settings.HOTLINE_DATA, 'recordings.key');
  if (!existsSync(file)) return refuse('没有找到录音密钥文件：服务首次启动时生成，或由 HOTLINE_RECORDING_KEY 指明。');
  await withService(settings, async (service) => {
    const at = now(service);
    // The log first: a key nobody has heard of is worse than a note of one that was not made.
    const entry = { at, accountId: null, deskId: null, action: 'recordings.newKey', subject: null, detail: {} };
    await service.db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
  });
  const keys = addRecordingKey(file);
  console.log(`已换用新密钥，文件中现有 ${keys} 把；请备份，并重启服务使其生效。`);
  return 0;
}

async function replacePlaces(): Promise<number> {
  const { file } = values;
  if (!file) return refuse(USAGE);
  const places = placesOf(readFileSync(file, 'utf8'));
  const renamed = await withService(settings, (service) => setPlaces(service, places));
  console.log(
    `地名表已更新，共 ${places.length} 处；各座席将自动收到。近期 ${renamed} 件工单的地点已按新表归并到热点。`,
  );
  return 0;
}

/** @returns 1 where a kept sum is not what the orders say */
async function figures(): Promise<number> {
  if (values.rebuild) {
    const orders = await withService(settings, ({ db }) => db.transaction((tx) => countAnew(tx)));
    console.log(`已按 ${orders} 件工单重新统计。`);
    return 0;
  }
  if (!values.check) return refuse(USAGE);
  const { orders, sums, differing, misfiled, misplaced, deviations } = await withService(settings, ({ db }) =>
    checkFigures(db),
  );
  if (differing === 0 && misfiled === 0 && misplaced === 0) {
    console.log(`OK：${orders} 件工单，${sums} 项统计数字，全部一致。`);
    return 0;
  }
  const lines = deviations.map(
    ({ what, counted, kept, rows }) => `${what}：工单 ${counted}，汇总 ${kept}，明细 ${rows}`,
  );
  if (misplaced > 0) lines.push(`${misplaced} 项在办工单计数与工单不符`);
  if (misfiled > 0) lines.push(`${misfiled} 件工单的筛选项与工单不符`);
  return refuse(
    [`${differing} 项不一致${differing > deviations.length ? `，前 ${deviations.length} 项` : ''}：`, ...lines].join(
      '\n',
    ),
  );
}

function refuse(text: string): number {
  console.error(text);
  return 1;
}

/** Never from the command line's arguments: every user of the machine can read those. */
async function firstLine(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('密码：');
  for await (const line of createInterface({ input: process.stdin })) return line.trim();
  return '';
}

function main(): number | Promise<number> {
  const [command] = positionals;
  if (command === 'create-admin') return createAdmin();
  if (command === 'verify-audit') return verify();
  if (command === 'set-places') return replacePlaces();
  if (command === 'after-restore') return afterRestore();
  if (command === 'figures') return figures();
  if (command === 'new-recording-key') return newRecordingKey();
  return refuse(USAGE);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof FailureError)) throw error;
  const { sentence, next } = describeFailure(error.failure);
  process.exitCode = refuse(`${sentence}${next}`);
}
