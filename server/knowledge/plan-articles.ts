import { readCentre } from '../../db/central/reference.ts';
import { passOver, setTimers, unplannedArticles } from '../../db/central/timers.ts';
import { DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import { instant } from '../../shared/instant.ts';
import type { Service } from '../service.ts';
import { articlePlan } from './timers.ts';

const BATCH = 500;

/** Plans articles that nothing is planned for yet, from before there were plans. What is past already is not told now. */
export async function planArticles(service: Pick<Service, 'db' | 'nowMs'>): Promise<void> {
  const { db, nowMs } = service;
  const settings = (await readCentre(db))?.knowledge ?? DEFAULT_KNOWLEDGE_SETTINGS;
  let after = '';
  for (;;) {
    const articles = await unplannedArticles(db, after, BATCH);
    const plans = articles.map((article) => articlePlan(article, settings));
    await db.transaction(async (tx) => {
      await setTimers(tx, plans);
      await passOver(
        tx,
        instant(nowMs()),
        plans.map(({ about }) => about),
      );
    });
    after = articles.at(-1)?.id ?? after;
    if (articles.length < BATCH) return;
  }
}
