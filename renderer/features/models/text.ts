import type { ModelKind } from '../../../shared/domain/model.ts';

export const KINDS: Readonly<Record<ModelKind, string>> = { subject: '事项', unit: '承办单位' };

export const TEXT = {
  title: '建议模型',
  intro: '受理和派单时的事项、单位建议，由本中心的工单训练而来。准确度按五折交叉验证，在没有学过的工单上测得。',
  howTo: '还没有训练过，现由规则和派单目录给出建议。请在中心运行 npm run train，训练后自动启用。',
  none: '没有启用模型，由规则和派单目录给出建议',
  columns: {
    trained: '版本',
    trainedAt: '训练时间',
    orders: '工单',
    macroF1: 'macro-F1',
    firstLevel: '一级 F1',
    accuracy: '准确率',
    topThree: '前三命中',
    calibration: '把握误差',
    size: '大小',
    act: '操作',
  },
  version: (trained: number) => `第 ${trained} 版`,
  active: '使用中',
  take: '启用',
  takeNamed: (kind: string, trained: number) => `启用${kind}第 ${trained} 版`,
  stop: '停用',
  stopNamed: (kind: string) => `停用${kind}模型`,
  labels: '各类准确度',
  labelsNamed: (kind: string, trained: number) => `${kind}第 ${trained} 版各类准确度`,
  label: '类别',
  count: '工单',
  precision: '查准',
  recall: '查全',
  f1: 'F1',
  taken: (accepted: number, otherwise: number) => `近 30 天：采纳 ${accepted} 次，不采纳或改选 ${otherwise} 次`,
  kb: (bytes: number) => `${Math.round(bytes / 1024)} KB`,
} as const;
