import type { Pack } from '../../../shared/policy/pack.ts';
import { authorOf } from '../../access/author.ts';
import type { DemoPeople } from '../people.ts';
import type { Dossier } from './walk.ts';

/** The demo's one draw, by which what is answered and still open was chosen. */
export const DEMO_SAMPLE = '019a0000-0000-7000-8000-000000000001';
/** Three of five. */
const DRAWN = { of: 5, first: 3 };

/** Where the city asks only a sample of the callers (H6, H15), some of the answered orders have been drawn for it. */
export function drawnInto(dossier: Dossier, pack: Pack, people: DemoPeople, index: number): Dossier {
  const { order, history } = dossier;
  const drawn = pack.followUp?.coverage === 'sample' && order.state === 'replied' && order.request.followUp;
  if (!drawn || index % DRAWN.of >= DRAWN.first || !pack.followUp) return dossier;
  const { rule, article } = pack.followUp;
  const stamp = { at: order.updatedAt, by: authorOf(people.staff('followUpAgent', 0)) };
  return {
    order: {
      ...order,
      version: order.version + 1,
      life: { ...order.life, sampled: { ...stamp, sampleId: DEMO_SAMPLE } },
    },
    history: [...history, { ...stamp, kind: 'sampled', text: '', citation: { rule, article } }],
  };
}
