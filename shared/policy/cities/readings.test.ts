import { describe, expect, it } from 'vitest';
import { channelSchema, complexitySchema } from '../../domain/channel.ts';
import { SHIPPED_CALENDAR } from '../calendar.ts';
import type { LimitQuery } from '../choose.ts';
import { dueOf } from '../deadline.ts';
import type { Pack } from '../pack.ts';
import { packOf } from '../packs.ts';
import { limitModeSchema, ruleCategorySchema, urgencySchema } from '../values.ts';
import { READINGS } from './readings.ts';

/** Every question that can be asked of a city on one day: some twenty-two thousand. */
function* everyQuestion(): Generator<LimitQuery> {
  const startMs = Date.parse('2026-09-30T16:00:00+08:00');
  for (const channel of channelSchema.options)
    for (const category of ruleCategorySchema.options)
      for (const complexity of complexitySchema.options)
        for (const units of [1, 2])
          for (const mode of limitModeSchema.options)
            for (const urgency of urgencySchema.options)
              for (const filing of [false, true])
                yield { channel, category, complexity, units, mode, urgency, filing, startMs };
}

function answerOf(pack: Pack, query: LimitQuery): string | null {
  const { deadline } = dueOf(pack, query, SHIPPED_CALENDAR);
  return deadline && `${deadline.rule} ${deadline.limit} ${deadline.from}`;
}

describe('the texts read a second time', () => {
  it.each(READINGS)('say the same as the pack of %s to every question', (city, reading) => {
    const pack = packOf(city);
    const differing = [...everyQuestion()].filter((query) => answerOf(pack, query) !== reading(query));
    expect(differing).toEqual([]);
  });
});
