import type { Figures } from '../shared/text/judge-model.ts';
import { describeFailure, FailureError } from '../shared/failure.ts';
import { databaseSettings, withService } from './at-database.ts';
import { LEAST_ORDERS } from './models/learn.ts';
import { createSegmenter } from './models/segment.ts';
import { train, type TrainingResult } from './models/training.ts';
import { prepareCentre } from './start-up.ts';

// `npm run train`: learns from the centre's own orders what desks suggest by, and prints how good it is. The database is
// found as `main.ts` finds it: DATABASE_URL, HOTLINE_DATA, HOTLINE_CITY, HOTLINE_DEMO. Without DATABASE_URL the centre
// must not be running: one process only may open a local folder.

const settings = databaseSettings.parse(process.env);

const NAMES = { subject: '事项', unit: '承办单位' } as const;
const WORST = 5;

function shown(name: string, result: TrainingResult | null): string {
  if (!result) return `${name}：工单不足 ${LEAST_ORDERS} 件，暂不训练；由规则和派单目录给出建议。`;
  const { learned, trained, active } = result;
  const { own, firstLevel, orders, bytes, terms } = learned.figures;
  const worst = own.labels.toSorted((one, other) => one.f1 - other.f1).slice(0, WORST);
  return [
    `${name}：第 ${trained} 版，${orders} 件工单，${terms} 个词，${Math.round(bytes / 1024)} KB`,
    `  五折交叉验证：${line(own)}`,
    ...(firstLevel ? [`  按一级分类：　${line(firstLevel)}`] : []),
    `  最弱的类别：　${worst.map(({ label, f1, count }) => `${label} ${f1.toFixed(2)}（${count} 件）`).join('、')}`,
    active ? '  已启用，各座席将自动收到。' : '  明显不如正在使用的版本，只保存，没有启用；可由管理员在设置中启用。',
  ].join('\n');
}

function line({ macroF1, accuracy, topThree, calibrationError, labels }: Figures): string {
  const share = (value: number): string => value.toFixed(3);
  return `macro-F1 ${share(macroF1)}，准确率 ${share(accuracy)}，前三命中 ${share(topThree)}，把握误差 ${share(calibrationError)}，${labels.length} 类`;
}

try {
  await withService(settings, async (service) => {
    await prepareCentre(service);
    const results = await train(service, createSegmenter());
    console.log([shown(NAMES.subject, results.subject), shown(NAMES.unit, results.unit)].join('\n'));
  });
} catch (error) {
  if (!(error instanceof FailureError)) throw error;
  const { sentence, next } = describeFailure(error.failure);
  console.error(`${sentence}${next}`);
  process.exitCode = 1;
}
