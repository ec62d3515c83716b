import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Article } from '../shared/domain/article.ts';
import { articleIdSchema } from '../shared/domain/ids.ts';
import { bothEnds, type BothEnds } from './testing/both-ends.ts';
import { until, type DeskClient } from './testing/desk-for-tests.ts';

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ends: BothEnds;

beforeEach(async () => {
  ends = await bothEnds();
});

afterEach(async () => {
  await ends.close();
});

function put(n: number, state: Article['state'] = 'published', version = 1): void {
  const id = articleIdSchema.parse(`k-${n}`);
  const facts = { unitId: null, asked: [], source: '', checkedOn: '2026-10-01', validUntil: null };
  const data: Article = {
    ...facts,
    id,
    version,
    title: `知识${n}`,
    body: '先说这一句。再说别的。',
    kind: 'guide',
    state,
  };
  ends.centre.put({ entity: 'article', id, version, data });
}

async function atHand(desk: DeskClient): Promise<{ pinned: string[]; recent: string[] }> {
  const { pinned, recent } = await desk.knowledgeDesk.shelf();
  return { pinned: pinned.map(({ title }) => title), recent: recent.map(({ title }) => title) };
}

it('the articles at hand are each person’s own, outlive the program, and leave out what was taken down', async () => {
  for (const n of [1, 2, 3]) put(n);
  const first = await ends.signedIn('1001');
  const { desk } = first;
  const id = (n: number) => articleIdSchema.parse(`k-${n}`);
  await desk.knowledgeDesk.count({ what: 'opened', articleId: id(1) });
  await desk.knowledgeDesk.count({ what: 'opened', articleId: id(2) });
  await desk.knowledgeDesk.pin({ articleId: id(3), pinned: true });
  expect(await atHand(desk)).toEqual({ pinned: ['知识3'], recent: ['知识2', '知识1'] });

  put(2, 'archived', 2);
  await until(
    () => atHand(desk),
    ({ recent }) => recent.length === 1,
  );
  const again = await ends.restarted(first);
  await again.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
  expect(await atHand(again.desk)).toEqual({ pinned: ['知识3'], recent: ['知识1'] });
  await again.desk.knowledgeDesk.pin({ articleId: id(3), pinned: false });
  expect(await atHand(again.desk)).toEqual({ pinned: [], recent: ['知识1'] });

  await again.desk.session.signOut();
  await again.desk.session.signIn({ jobNumber: '1002', password: 'right', takeOver: false });
  expect(await atHand(again.desk)).toEqual({ pinned: [], recent: [] });
});
