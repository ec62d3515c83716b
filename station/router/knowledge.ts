import { keepsKnowledge } from '../../shared/domain/knowledge/decision.ts';
import { kindOfBytes } from '../../shared/domain/knowledge/files.ts';
import { fail, failure, FailureError } from '../../shared/failure.ts';
import { readFile } from '../knowledge/import/read-file.ts';
import { asking } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** Knowledge at work: what is kept at this desk, and what only the centre can be asked. */
export function knowledgeRoutes(os: Procedures, backend: Backend) {
  const { sessions, reader, writer, client, articleFiles } = backend;
  const atCentre = asking(backend);
  return {
    manuscripts: os.knowledgeDesk.manuscripts.handler(() => reader.call('manuscripts', sessions.require())),
    dossier: os.knowledgeDesk.dossier.handler(({ input }) =>
      reader.call('dossier', input.articleId, sessions.require('knowledge.read')),
    ),
    due: os.knowledgeDesk.due.handler(() => reader.call('dueArticles', sessions.require())),
    feedback: os.knowledgeDesk.feedback.handler(({ input }) =>
      reader.call('feedback', input.mine, sessions.require('knowledge.read')),
    ),
    reported: os.knowledgeDesk.reported.handler(({ input }) => {
      sessions.require('knowledge.read');
      return reader.call('reported', input.articleId);
    }),
    submit: os.knowledgeDesk.submit.handler(async ({ input }) => {
      const actor = sessions.acting();
      return writer.call('submitKnowledge', { ...input, actor }).catch((error: unknown) => {
        throw sessions.cutOff && isRefusal(error) ? new FailureError(failure('NOT_PERMITTED_OFFLINE')) : error;
      });
    }),
    drafts: os.knowledgeDesk.drafts.handler(() => reader.call('articleDrafts', sessions.require().accountId)),
    keepDraft: os.knowledgeDesk.keepDraft.handler(({ input }) => {
      const actor = sessions.require();
      return writer.call('keepArticleDraft', actor.accountId, input);
    }),
    leaveDraft: os.knowledgeDesk.leaveDraft.handler(async ({ input }) => {
      await writer.call('leaveArticleDraft', sessions.require().accountId, input.articleId);
      return {};
    }),
    count: os.knowledgeDesk.count.handler(async ({ input }) => {
      await writer.call('count', input, sessions.require('knowledge.read'));
      return {};
    }),
    shelf: os.knowledgeDesk.shelf.handler(() => reader.call('shelf', sessions.require('knowledge.read').accountId)),
    pin: os.knowledgeDesk.pin.handler(async ({ input }) => {
      await writer.call('pin', sessions.require('knowledge.read').accountId, input.articleId, input.pinned);
      return {};
    }),
    settings: os.knowledgeDesk.settings.handler(() => {
      sessions.require();
      return reader.call('knowledgeSettings');
    }),
    readFile: os.knowledgeDesk.readFile.handler(async ({ input }) => {
      if (!keepsKnowledge(sessions.require())) fail('NOT_PERMITTED');
      const bytes = Buffer.from(input.base64, 'base64');
      const { report, pictures } = await readFile({ name: input.name, bytes }, await reader.call('units'));
      for (const picture of pictures) await writer.call('addArticleFile', picture);
      return report;
    }),
    addFile: os.knowledgeDesk.addFile.handler(({ input }) => {
      if (!keepsKnowledge(sessions.require())) fail('NOT_PERMITTED');
      return writer.call('addArticleFile', { name: input.name, bytes: Buffer.from(input.base64, 'base64') });
    }),
    file: os.knowledgeDesk.file.handler(async ({ input }) => {
      sessions.require('knowledge.read');
      const bytes = await articleFiles.read(input.id);
      // What it is said to be in an article counts for nothing.
      const mime = kindOfBytes(bytes) ?? fail('ARTICLE_FILE_TYPE');
      return { mime, base64: Buffer.from(bytes).toString('base64') };
    }),
    versions: os.knowledgeDesk.versions.handler(({ input }) => atCentre(() => client.knowledge.versions(input))),
    usage: os.knowledgeDesk.usage.handler(({ input }) => atCentre(() => client.knowledge.usage(input))),
    setSettings: os.knowledgeDesk.setSettings.handler(({ input }) =>
      atCentre(() => client.knowledge.setSettings(input)),
    ),
  };
}

/** What a person signed in without the centre lacks is the right to do it offline. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof FailureError &&
    (error.failure.code === 'NOT_PERMITTED' || error.failure.code === 'KNOWLEDGE_NOT_YOURS')
  );
}
