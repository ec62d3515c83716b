/** Results of scoring in a file. */
export const SCORES = {
  title: '通话评分结果',
  total: '合计',
  noTeam: '未编班组',
  unknown: '—',
  /** @param month YYYY-MM */
  month: (month: string, measure: string): string => `${month} ${measure}`,
  form: '评分表',
} as const;
