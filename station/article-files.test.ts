import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Article } from '../shared/domain/article.ts';
import { articleIdSchema } from '../shared/domain/ids.ts';
import { articleFileIdOf, articleFileSchema, type ArticleFile } from '../shared/domain/knowledge/files.ts';
import { bothEnds, type BothEnds } from './testing/both-ends.ts';
import { failureFrom, until } from './testing/desk-for-tests.ts';

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ends: BothEnds;

beforeEach(async () => {
  ends = await bothEnds();
});

afterEach(async () => {
  await ends.close();
});

const PDF = Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(2_300_000)]);

function fileOf(bytes: Buffer, name = '申请表.pdf'): ArticleFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const mime = 'application/pdf';
  return articleFileSchema.parse({ id: articleFileIdOf(sha256), name, mime, size: bytes.length, sha256 });
}

function publish(files: readonly ArticleFile[], version = 1, state: Article['state'] = 'published'): void {
  const id = articleIdSchema.parse('k-form');
  const facts = { unitId: null, asked: [], source: '', checkedOn: '2026-10-01', validUntil: null };
  const data: Article = {
    ...facts,
    id,
    version,
    title: '申请表',
    kind: 'guide',
    body: '见附件。',
    state,
    files: [...files],
  };
  ends.centre.put({ entity: 'article', id, version, data });
}

it('a file of an article is fetched ahead, and is there without the centre and after a restart', async () => {
  const file = fileOf(PDF);
  ends.centre.files.set(file.id, PDF);
  const first = await ends.signedIn();
  publish([file]);
  await until(
    () => Promise.resolve(ends.centre.calls.filter((path) => path === 'knowledge.file').length),
    (asked) => asked === 3,
  );
  await until(
    () => first.desk.knowledgeDesk.file({ id: file.id }),
    ({ base64 }) => Buffer.from(base64, 'base64').equals(PDF),
  );
  await ends.centre.down();
  const again = await ends.restarted(first);
  await again.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
  const { mime, base64 } = await again.desk.knowledgeDesk.file({ id: file.id });
  expect(mime).toBe('application/pdf');
  expect(Buffer.from(base64, 'base64').equals(PDF)).toBe(true);
});

it('one that is not here says without the centre that it comes with the network, and otherwise what it waits for', async () => {
  const missing = fileOf(Buffer.from('%PDF-1.4 还没送到'));
  const { desk } = await ends.signedIn();
  publish([missing]);
  expect((await failureFrom(desk.knowledgeDesk.file({ id: missing.id }))).code).toBe('ARTICLE_FILE_AWAITED');
  await ends.centre.down();
  expect((await failureFrom(desk.knowledgeDesk.file({ id: missing.id }))).code).toBe('ARTICLE_FILE_ELSEWHERE');
});

it('other bytes than those that were named are not taken', async () => {
  const file = fileOf(PDF);
  ends.centre.files.set(file.id, Buffer.from('%PDF-1.7 something else'));
  const { desk } = await ends.signedIn();
  expect((await failureFrom(desk.knowledgeDesk.file({ id: file.id }))).code).toBe('ARTICLE_NOT_FOUND');
});

it('a file put to an article is told by its bytes, kept at once, and sent with the command that names it', async () => {
  const { desk } = await ends.signedIn('1401');
  const add = (name: string, bytes: Buffer) => desk.knowledgeDesk.addFile({ name, base64: bytes.toString('base64') });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="fire()"/>');
  expect((await failureFrom(add('图.png', svg))).code).toBe('ARTICLE_FILE_TYPE');
  const large = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(5_300_000)]);
  expect((await failureFrom(add('大图.png', large))).code).toBe('ARTICLE_FILE_TOO_LARGE');
  const file = await add('申请表\u202efdp.exe', PDF);
  expect(file).toEqual({ ...fileOf(PDF), name: '申请表fdp.exe.pdf' });
  expect(await add('又一次.pdf', PDF)).toMatchObject({ id: file.id });
  const { base64 } = await desk.knowledgeDesk.file({ id: file.id });
  expect(Buffer.from(base64, 'base64').equals(PDF)).toBe(true);

  expect(ends.centre.calls).not.toContain('sync.attach');
  const facts = { title: '申请表', kind: 'guide', unitId: null, body: '见附件。', source: '' } as const;
  const text = { ...facts, asked: [], validUntil: null, files: [file] };
  const payload = { articleId: articleIdSchema.parse('k-new'), seen: 0, base: 0, text, change: '' };
  await desk.knowledgeDesk.submit({ id: null, command: { type: 'article.write', payload } });
  await until(
    () => Promise.resolve(ends.centre.files.get(file.id)),
    (held) => held?.length === PDF.length,
  );
});

it('operators put no files to articles', async () => {
  const { desk } = await ends.signedIn();
  const file = { name: '申请表.pdf', base64: PDF.toString('base64') };
  expect((await failureFrom(desk.knowledgeDesk.addFile(file))).code).toBe('NOT_PERMITTED');
});
