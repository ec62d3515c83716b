import { z } from 'zod';
import { articleSchema } from '../domain/article.ts';
import { articleFileSchema } from '../domain/knowledge/files.ts';
import { articleIdSchema, attachmentIdSchema, commandIdSchema, orderIdSchema } from '../domain/ids.ts';
import { knowledgeCommandSchema } from '../domain/knowledge/commands.ts';
import { feedbackSchema } from '../domain/knowledge/feedback.ts';
import { importReportSchema } from '../domain/knowledge/import-report.ts';
import { keptDraftSchema } from '../domain/knowledge/kept-draft.ts';
import { manuscriptSchema } from '../domain/knowledge/manuscript.ts';
import { knowledgeSettingsSchema } from '../domain/knowledge/settings.ts';
import { instantSchema } from '../instant.ts';
import { procedure } from './base.ts';
import { centralKnowledge } from './central-knowledge.ts';
import { hitSchema } from './knowledge-search.ts';

/** An article whose check is due or late. */
const dueArticleSchema = articleSchema
  .pick({ id: true, title: true, kind: true, unitId: true, checkedOn: true })
  .extend({
    dueOn: z.iso.date(),
    late: z.boolean(),
    /** Being supervised since. T13. */
    supervisedAt: instantSchema.nullable(),
  });
export type DueArticle = z.infer<typeof dueArticleSchema>;

/** A report with the name of whoever has to answer it. */
const feedbackRowSchema = feedbackSchema.extend({ late: z.boolean() });
export type FeedbackRow = z.infer<typeof feedbackRowSchema>;

/** Knowledge as its keepers, its overseers and its readers work on it. */
export const deskKnowledge = {
  /** The working sides of articles that whoever is signed in keeps, what was last worked on first. */
  manuscripts: procedure.output(z.array(manuscriptSchema)),
  /** One article with its working side, whatever state it is in. */
  dossier: procedure
    .input(z.object({ articleId: articleIdSchema }))
    .output(z.object({ article: articleSchema.nullable(), manuscript: manuscriptSchema.nullable() })),
  /** Articles to be checked again: those of whoever keeps them, or all for whoever supervises. Latest first. T13. */
  due: procedure.output(z.array(dueArticleSchema)),
  /** What was reported: `mine` by whoever is signed in, otherwise what is theirs to answer. Newest first. */
  feedback: procedure.input(z.object({ mine: z.boolean() })).output(z.array(feedbackRowSchema)),
  /** What has been reported of one article and not yet answered. */
  reported: procedure
    .input(z.object({ articleId: articleIdSchema }))
    .output(z.array(feedbackSchema.pick({ id: true, kind: true, at: true }))),
  /** Writes to the outbox and answers after the commit. `id`: the report it is about. */
  submit: procedure
    .input(z.object({ id: orderIdSchema.nullable(), command: knowledgeCommandSchema }))
    .output(z.object({ commandId: commandIdSchema, savedAt: instantSchema, id: orderIdSchema })),
  /** What is half-written at this desk by whoever is signed in. */
  drafts: procedure.output(z.array(keptDraftSchema)),
  keepDraft: procedure.input(keptDraftSchema.omit({ savedAt: true })).output(z.object({ savedAt: instantSchema })),
  leaveDraft: procedure.input(z.object({ articleId: articleIdSchema })).output(z.object({})),
  /** Counts something that happened with knowledge at this desk. */
  count: procedure
    .input(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('opened'), articleId: articleIdSchema }),
        z.object({
          what: z.literal('asked'),
          words: z.string().trim().min(1).max(400),
          notFound: z.boolean(),
          used: z.boolean(),
        }),
      ]),
    )
    .output(z.object({})),
  /**
   * Keeps a file at this desk that is to stand with an article; what it is, is told by its bytes. It is sent with the
   * command that names it. ARTICLE_FILE_TYPE, ARTICLE_FILE_TOO_LARGE.
   */
  addFile: procedure
    .input(z.object({ name: z.string().min(1).max(400), base64: z.string().max(28_000_000) }))
    .output(articleFileSchema),
  /** A file that stands with an article, also without the centre once it is here. `mime`: what its bytes are. */
  file: procedure
    .input(z.object({ id: attachmentIdSchema }))
    .output(z.object({ mime: articleFileSchema.shape.mime, base64: z.string() })),
  /** Reads a file and says what was understood; of it only the pictures are kept, for whoever makes drafts of it. */
  readFile: procedure
    .input(z.object({ name: z.string().min(1).max(120), base64: z.string().max(28_000_000) }))
    .output(importReportSchema),
  /** What whoever is signed in has at hand at this desk: what they pinned, and what else they read of late. */
  shelf: procedure.output(z.object({ pinned: z.array(hitSchema), recent: z.array(hitSchema) })),
  pin: procedure.input(z.object({ articleId: articleIdSchema, pinned: z.boolean() })).output(z.object({})),
  settings: procedure.output(knowledgeSettingsSchema),
  versions: centralKnowledge.versions,
  usage: centralKnowledge.usage,
  setSettings: centralKnowledge.setSettings,
};
