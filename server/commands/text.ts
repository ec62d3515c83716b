/** What the centre writes into the course of an order by itself. */
export const MARKS = {
  marked: ({ from, to, months }: { readonly from: string; readonly to: string; readonly months: number }) =>
    `同一诉求人 ${from} 至 ${to} 连续 ${months} 个月就同一事项投诉举报`,
  own: '本工单更正或并单，不再属于同一诉求人连续投诉举报同一事项，标记取消',
  other: '同一诉求人的其他工单更正或并单，连续月份中断，标记取消',
} as const;
