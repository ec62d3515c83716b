/** What an exported file is called. */
export const NAMES_OF = {
  table: '统计表',
  rows: '工单明细',
  overdue: '逾期工单',
  clusters: '集中反映',
  public: '办理结果公开稿',
} as const;

export const EXPORT = {
  name: '名称',
  definition: '口径',
  total: '合计',
  rows: ['工单号', '计入日期', '承办单位', '分类', '状态', '诉求内容', '诉求人', '联系电话', '办理期限', '办结时间'],
  overdue: ['工单号', '承办单位', '分类', '状态', '办理期限', '办结时间', '逾期原因'],
  noReason: '承办单位未说明',
  clusters: ['类型', '名称', '本期件数', '上期件数'],
  public: ['办结日期', '分类', '事项', '承办单位', '反映情况', '办理结果'],
  by: { concerned: '涉及单位', subject: '事项', place: '地点' },
};
