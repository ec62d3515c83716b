import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accountGrants } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { referencePage } from '../../db/central/reference.ts';
import type { Tie } from '../../shared/domain/wording.ts';
import { instant } from '../../shared/instant.ts';
import { SHIPPED_SYNONYMS } from '../../shared/search/synonyms.ts';
import {
  addDesk,
  addPerson,
  answered,
  forwarded,
  memoryDatabase,
  testClock,
  testService,
  type TestDesk,
} from '../../tests/support/central.ts';
import { actorOf } from '../access/grants.ts';
import { pull } from '../feed/pull.ts';
import { snapshot } from '../feed/snapshot.ts';
import type { Service } from '../service.ts';
import { setSynonyms, setTie, shipSynonyms } from './keep.ts';

const taken = z.record(z.string(), z.unknown());

describe('what callers say for what the articles say', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let desk: TestDesk;
  let session: Parameters<typeof setTie>[1];
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    const person = await addPerson(service, { roles: ['operator', 'knowledgeEditor'] });
    desk = await addDesk(service, person);
    const [row] = await accountGrants(db, [person.id]);
    if (!row) throw new Error('no such account');
    session = { actor: actorOf(row), deskId: desk.id };
  }, 60_000);
  afterAll(() => db.close());

  const ties = (): Promise<Tie[]> => referencePage(db, 'tie', '', 500);
  const answer = async (
    content: string,
    articles: readonly string[],
    more: NonNullable<Parameters<typeof answered>[0]> = {},
  ): Promise<void> => {
    const command = answered({ content, ...more });
    const cited = articles.map((articleId) => ({ articleId, version: 1, title: '知识' }));
    const payload = { ...taken.parse(command.payload), answer: { text: '已答复', articles: cited } };
    await desk.push(desk.say({ ...command, payload }));
  };
  const position = async () => {
    const { head, epoch } = await snapshot(db, session.actor, 'centre', null, clock.nowMs());
    return { cursor: head, epoch };
  };
  const pulled = async (from: { cursor: number; epoch: string }): Promise<string[]> => {
    const found = await pull(db, session.actor, from);
    if (found.kind !== 'changes') throw new Error('resync');
    return found.changes.flatMap((change) => {
      if (change.op === 'drop') return change.entity === 'tie' ? [`drop ${change.entity}`] : [];
      const { row } = change;
      return row.entity === 'tie' || row.entity === 'synonym' ? [`put ${row.entity} v${row.version}`] : [];
    });
  };

  it('is learned as an 即办 closes with an article, without what tells who called, and goes to every desk. H19', async () => {
    const from = await position();
    await answer('我叫王小明，电话13803920101，租的房子能不能取公积金', ['k-gjj']);
    expect(await ties()).toEqual([
      expect.objectContaining({
        articleId: 'k-gjj',
        words: '我叫，电话，租的房子能不能取公积金',
        uses: 1,
        state: 'active',
      }),
    ]);
    expect(await pulled(from)).toEqual(['put tie v1']);
  });

  it('counts the same words once more instead of keeping them twice', async () => {
    await answer('暖气不热找谁修', ['k-heat']);
    await answer('暖气不热找谁修', ['k-heat']);
    const found = (await ties()).filter(({ articleId }) => articleId === 'k-heat');
    expect(found).toEqual([expect.objectContaining({ uses: 2, version: 2 })]);
  });

  it('is not learned of what is 保密, of what was forwarded, nor of an answer that rests on many articles', async () => {
    const before = await ties();
    await answer('有人举报某单位的事情', ['k-secret'], { sensitivity: 'secret' });
    await answer('想问很多不同的事情', ['k-1', 'k-2', 'k-3']);
    await desk.push(desk.say(forwarded('u-one', { content: '小区门口的路灯坏了' })));
    expect(await ties()).toEqual(before);
  });

  it('stays out once somebody has taken it out, however often it is said again', async () => {
    await answer('残疾证在哪里办', ['k-wrong']);
    const tie = (await ties()).find(({ articleId }) => articleId === 'k-wrong');
    if (!tie) throw new Error('nothing learned');
    const from = await position();
    expect(await setTie(service, session, { id: tie.id, removed: true })).toMatchObject({ state: 'removed' });
    expect(await pulled(from)).toEqual(['put tie v2']);
    await answer('残疾证在哪里办', ['k-wrong']);
    expect((await ties()).find(({ id }) => id === tie.id)).toMatchObject({ state: 'removed', uses: 2 });
    await expect(setTie(service, session, { id: 'k-none~1', removed: true })).rejects.toMatchObject({
      failure: { code: 'WORDING_NOT_FOUND' },
    });
  });

  it('is kept to the most used and newest of an article', async () => {
    for (let at = 0; at < 45; at += 1)
      await answer(`停水${'一二三四五六七八九'.charAt(at % 9)}${'甲乙丙丁戊'.charAt(at % 5)}怎么报修`, ['k-water']);
    expect((await ties()).filter(({ articleId }) => articleId === 'k-water')).toHaveLength(40);
  });

  it('has the shipped synonyms to begin with, which the editor then keeps', async () => {
    await db.transaction((tx) => shipSynonyms(tx, instant(clock.nowMs())));
    const shipped = await referencePage(db, 'synonym', '', 500);
    expect(shipped).toHaveLength(SHIPPED_SYNONYMS.length);
    const from = await position();
    await setSynonyms(service, session, { id: 'shipped-001', words: ['公积金', '房补'] });
    await setSynonyms(service, session, { id: 'own-1', words: [] });
    expect(await pulled(from)).toEqual(['put synonym v2', 'put synonym v1']);
    const rows = await referencePage(db, 'synonym', '', 500);
    expect(rows.find(({ id }) => id === 'shipped-001')).toMatchObject({ words: ['公积金', '房补'], state: 'active' });
    expect(rows.find(({ id }) => id === 'own-1')).toMatchObject({ state: 'removed' });
    await db.transaction((tx) => shipSynonyms(tx, instant(clock.nowMs())));
    expect(await referencePage(db, 'synonym', '', 500)).toEqual(rows);
  });
});
