import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { orderIdSchema } from '../domain/ids.ts';
import { categorySchema, orderStateSchema } from '../domain/order.ts';
import { filterSchema } from '../figures/facets.ts';
import { anyFigureIdSchema, columnIdSchema, figureIdSchema } from '../figures/ids.ts';
import { instantSchema } from '../instant.ts';
import { procedure } from './base.ts';
import { callsInput, callsOutput } from './report-calls.ts';

/** Both days count; civil dates in Beijing. `filter` absent: nothing is narrowed. */
const period = { from: z.iso.date(), to: z.iso.date(), filter: filterSchema.optional() };
const counts = z.partialRecord(anyFigureIdSchema, z.int());

/** By what a table is broken down: each unit, the departments and counties with all below them, subjects, days, months. */
export const breakdownSchema = z.enum(['unit', 'department', 'subject', 'day', 'month']);
export type Breakdown = z.infer<typeof breakdownSchema>;

const tableInput = z.object({ ...period, by: breakdownSchema });
export type TableAsked = z.infer<typeof tableInput>;
const tableSchema = z.object({
  rows: z.array(z.object({ key: z.string(), name: z.string(), counts })),
  total: counts,
});
export type ReportTable = z.infer<typeof tableSchema>;

/** A table that is counted order by order: how many of its days are counted, and at last the table. */
const countingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('counting'), done: z.int().nonnegative(), of: z.int().positive() }),
  z.object({ kind: z.literal('table'), table: tableSchema }),
]);
export type Counting = z.infer<typeof countingSchema>;

/** Whose orders: a row of a table, or a cluster. `key` null: all. */
const rowsInput = z.object({
  ...period,
  figure: figureIdSchema,
  by: z.enum([...breakdownSchema.options, 'concerned', 'place']),
  key: z.string().max(300).nullable(),
  after: z.object({ day: z.iso.date(), unit: z.string().max(60), orderId: orderIdSchema }).nullable(),
});
export type RowsAsked = z.infer<typeof rowsInput>;

/** An order behind a figure; who asked is not in it. */
export const rowSchema = z.object({
  orderId: orderIdSchema,
  number: z.string(),
  day: z.iso.date(),
  unitName: z.string(),
  category: categorySchema,
  summary: z.string(),
  state: orderStateSchema,
  due: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
});
export type ReportRow = z.infer<typeof rowSchema>;
const rowsSchema = z.object({
  rows: z.array(rowSchema),
  /** Orders of this page that are not for whoever asks: they count and are not shown. */
  hidden: z.int().nonnegative(),
  next: rowsInput.shape.after,
});
export type ReportRows = z.infer<typeof rowsSchema>;

const overdueRowSchema = rowSchema.omit({ day: true }).extend({
  /** What the unit has said of it: why it asked for more time, how it stands; '' where nothing was said. */
  reason: z.string(),
});
export type OverdueRow = z.infer<typeof overdueRowSchema>;
/** `more`: there are others besides, which a file has. */
const overdueRowsSchema = z.object({ rows: z.array(overdueRowSchema), more: z.boolean() });
export type OverdueRows = z.infer<typeof overdueRowsSchema>;

const clusterSchema = z.object({
  by: z.enum(['concerned', 'subject', 'place']),
  key: z.string(),
  name: z.string(),
  n: z.int(),
  /** In as many days before the period. */
  before: z.int(),
});
export type Cluster = z.infer<typeof clusterSchema>;
const clustersInput = z.object({ ...period, least: z.int().min(2).max(1000) });

/** What of the reports is to become a file. */
export const exportInput = z.discriminatedUnion('what', [
  /** `columns`: of the city's own report. */
  tableInput.extend({ what: z.literal('table'), columns: z.array(columnIdSchema).min(1) }),
  rowsInput.omit({ after: true }).extend({ what: z.literal('rows') }),
  z.object({ ...period, what: z.literal('overdue') }),
  clustersInput.extend({ what: z.literal('clusters') }),
]);
export type ExportAsked = z.infer<typeof exportInput>;

/** What the centre's figures say. One definition of each figure, `shared/figures`, stands behind all of it. */
export const reports = {
  table: procedure.route({ path: '/reports/table' }).input(tableInput).output(tableSchema),
  /** The same where a filter asks for more than the kept sums know; whoever stops listening has given it up. */
  counted: procedure.route({ path: '/reports/counted' }).input(tableInput).output(eventIterator(countingSchema)),
  /** The orders behind a figure. */
  rows: procedure.route({ path: '/reports/rows' }).input(rowsInput).output(rowsSchema),
  /** The calls behind a figure of calls, newest first. GB/T 33358. */
  calls: procedure.route({ path: '/reports/calls' }).input(callsInput).output(callsOutput),
  /** Overdue now, or finished late in the period, each with what was said of it. T19. */
  overdue: procedure.route({ path: '/reports/overdue' }).input(z.object(period)).output(overdueRowsSchema),
  /** Grievances about one unit, subject or place that come together. H16, T16. */
  clusters: procedure.route({ path: '/reports/clusters' }).input(clustersInput).output(z.array(clusterSchema)),
  /** Writes down that a table with its chart goes to the printer. @returns what stands on the paper */
  print: procedure
    .route({ path: '/reports/print' })
    .input(tableInput)
    .output(z.object({ mark: z.string() })),
  /** Finished orders that somebody has chosen to make public, with nothing of who complained. J17. */
  publish: procedure
    .route({ path: '/reports/publish' })
    .input(z.object({ orderIds: z.array(orderIdSchema).min(1).max(200) }))
    .output(z.object({ name: z.string(), csv: z.string() })),
};
