import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { articleVersions } from '../../db/central/knowledge.ts';
import { articleIdSchema, type AttachmentId } from '../../shared/domain/ids.ts';
import { articleFileIdOf, articleFileSchema, type ArticleFile } from '../../shared/domain/knowledge/files.ts';
import { manuscriptIdOf } from '../../shared/domain/knowledge/manuscript.ts';
import { FailureError } from '../../shared/failure.ts';
import { ATTACHMENT_CHUNK } from '../../shared/sync/protocol.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { keepersOf, type Keepers } from '../../tests/support/knowledge.ts';
import { attach } from '../attachments/attach.ts';
import { createSeal } from '../attachments/seal.ts';
import type { Service } from '../service.ts';
import { articleFilePart } from './files.ts';

const articleId = articleIdSchema.parse('k-form');
const aggregate = manuscriptIdOf(articleId);
const seal = createSeal([randomBytes(32)]);

function fileOf(bytes: Buffer, name: string): ArticleFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return articleFileSchema.parse({
    id: articleFileIdOf(sha256),
    name,
    mime: 'application/pdf',
    size: bytes.length,
    sha256,
  });
}

type Who = 'editor' | 'operator' | 'handler' | 'stranger';

describe('files of articles at the centre', () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7 申请表'), randomBytes(5 * ATTACHMENT_CHUNK)]);
  const file = fileOf(bytes, '申请表.pdf');
  let db: Database;
  let service: Service;
  let keepers: Keepers<Who>;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, testClock().nowMs);
    keepers = await keepersOf(service, {
      editor: { roles: ['knowledgeEditor'] },
      operator: { roles: ['operator'] },
      handler: { roles: ['handler'], unit: 'u-one' },
      stranger: { roles: ['handler'], unit: 'u-two' },
    });
  }, 60_000);
  afterAll(() => db.close());

  const say = (type: string, payload: object): Promise<string> => keepers.say('editor', type, payload, aggregate);
  const written = (files: readonly ArticleFile[]) => ({
    articleId,
    base: 0,
    text: {
      title: '申请表',
      kind: 'guide',
      unitId: 'u-one',
      body: '见附件。',
      asked: [],
      source: '',
      validUntil: null,
      files,
    },
  });
  const send = async (id: AttachmentId, sha256: string, whole: Buffer): Promise<void> => {
    for (let offset = 0; offset < whole.length; offset += ATTACHMENT_CHUNK) {
      const piece = whole.subarray(offset, offset + ATTACHMENT_CHUNK);
      await attach(service, seal, keepers.desk('editor').id, { id, sha256, size: whole.length, offset, bytes: piece });
    }
  };
  /** The whole as a desk fetches it, or why it is not given. */
  const fetched = async (who: Who, id: AttachmentId): Promise<Buffer | string> => {
    try {
      const actor = await keepers.actor(who);
      const parts: Buffer[] = [];
      for (let offset = 0, size = 1; offset < size; offset = Buffer.concat(parts).length) {
        const part = await articleFilePart(service, seal, { actor }, { id, offset });
        size = part.size;
        parts.push(Buffer.from(part.base64, 'base64'));
      }
      return Buffer.concat(parts);
    } catch (error) {
      if (error instanceof FailureError) return error.failure.code;
      throw error;
    }
  };

  it('are awaited until the desk that wrote has sent them, and are its keepers’ alone before they are published', async () => {
    expect(await fetched('editor', file.id)).toBe('ARTICLE_NOT_FOUND');
    expect(await say('article.write', { ...written([file]), seen: 0, change: '' })).toBe('accepted');
    expect(await fetched('editor', file.id)).toBe('ARTICLE_FILE_AWAITED');
    await send(file.id, file.sha256, bytes);
    expect(await fetched('editor', file.id)).toEqual(bytes);
    expect(await fetched('handler', file.id)).toEqual(bytes);
    expect(await fetched('operator', file.id)).toBe('ARTICLE_NOT_FOUND');
    expect(await fetched('stranger', file.id)).toBe('ARTICLE_NOT_FOUND');
  });

  it('are every reader’s once published, and stay with the version that had them', async () => {
    expect(await say('article.submit', { articleId, seen: 1 })).toBe('accepted');
    const approval = { articleId, seen: 2, approve: true, opinion: '' };
    expect(await keepers.say('handler', 'article.review', approval, aggregate)).toBe('accepted');
    expect(await say('article.publish', { articleId, seen: 3 })).toBe('accepted');
    expect(await fetched('operator', file.id)).toEqual(bytes);
    const without = { ...written([]), base: 1, seen: 4, reason: '表格停用' };
    expect(await say('article.correct', without)).toBe('accepted');
    const versions = await articleVersions(db, articleId);
    expect(versions.map(({ article }) => article.files?.map(({ name }) => name))).toEqual([[], ['申请表.pdf']]);
    expect(await fetched('operator', file.id)).toEqual(bytes);
  });

  it('are kept sealed', async () => {
    const rows = await db.read<{ bytes: Uint8Array }>('SELECT bytes FROM attachment_chunks ORDER BY start');
    expect(Buffer.concat(rows.map((row) => row.bytes)).includes('%PDF-1.7')).toBe(false);
  });

  it('give nobody an attachment of an order by naming it in an article', async () => {
    const evidence = Buffer.from('%PDF-1.4 诉求人的证据');
    const id = articleFileSchema.shape.id.parse(crypto.randomUUID());
    const own = fileOf(evidence, '证据.pdf');
    await send(id, own.sha256, evidence);
    const stolen = { ...written([{ ...own, id }]), base: 2, seen: 5, reason: '试' };
    expect(await say('article.correct', stolen)).toBe('INVALID_INPUT');
    expect(await say('article.correct', { ...stolen, ...written([own]), base: 2 })).toBe('accepted');
    expect(await fetched('editor', id)).toBe('ARTICLE_NOT_FOUND');
    expect(await fetched('editor', own.id)).toBe('ARTICLE_FILE_AWAITED');
  });
});
