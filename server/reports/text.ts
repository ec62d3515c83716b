/** What an exported file is called. */
export const NAMES_OF = {
  table: '统计表',
  rows: '工单明细',
  overdue: '逾期工单',
  clusters: '集中反映',
  public: '办理结果公开稿',
} as const;

/** What is in the first column of a table of figures. */
export const NAME_OF = {
  unit: '承办单位',
  department: '县区部门',
  subject: '事项',
  day: '日期',
  month: '月份',
} as const;

export const COLUMNS = {
  rows: ['工单号', '计入日期', '承办单位', '分类', '状态', '诉求内容', '诉求人', '联系电话', '办理期限', '办结时间'],
  overdue: ['工单号', '承办单位', '分类', '状态', '办理期限', '办结时间', '逾期原因'],
  clusters: ['类型', '名称', '本期件数', '上期件数'],
} as const;

export const EXPORT = {
  total: '合计',
  noReason: '承办单位未说明',
  public: ['办结日期', '分类', '事项', '承办单位', '反映情况', '办理结果'],
  by: { concerned: '涉及单位', subject: '事项', place: '地点' },
  most: (lines: number, most: number) => `共 ${lines} 行，最多 ${most} 行`,
  mark: (who: string, at: string, reference: string, filter: string) =>
    `导出 ${who} ${at} 编号 ${reference} 仅限工作使用${filter === '' ? '' : ` 筛选：${short(filter)}`}`,
};

/** The mark is one line across a page: the whole of a long filter is in the audit log under its reference. */
const MARK_ROOM = 60;

function short(text: string): string {
  return text.length <= MARK_ROOM ? text : `${text.slice(0, MARK_ROOM - 1)}…`;
}
