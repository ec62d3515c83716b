import { describe, expect, it } from 'vitest';
import { emptyForm, type DraftForm } from '../../../../shared/domain/draft.ts';
import { SHIPPED_CALENDAR } from '../../../../shared/policy/calendar.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { everyPack, packOf } from '../../../../shared/policy/packs.ts';
import { citationOfWay, forwardLimit, proposedWay, waysOf } from './ways.ts';

const START = Date.parse('2026-11-20T10:00:00+08:00');
const form = (patch: Partial<DraftForm>): DraftForm => ({ ...emptyForm(''), ...patch });

function limit(city: string, patch: Partial<DraftForm>) {
  return forwardLimit(packOf(city), SHIPPED_CALENDAR, form(patch), START);
}

describe('the ways a city lets a call end', () => {
  it('are the four while the city is not known, and those its pack names after', () => {
    expect(waysOf(null)).toEqual(['immediate', 'direct', 'forward', 'refusal']);
    const hebi = packOf('hebi');
    const without: Pack = { ...hebi, modes: hebi.modes.filter(({ mode }) => mode !== 'direct'), refusalGrounds: [] };
    expect(waysOf(without)).toEqual(['immediate', 'forward']);
  });

  it('stand each on an article of the city', () => {
    const articles = everyPack().flatMap((pack) =>
      waysOf(pack)
        .filter((way) => way !== 'refusal')
        .map((way) => citationOfWay(pack, way)?.article),
    );
    expect(articles.filter((article) => !article?.startsWith('第'))).toEqual([]);
  });
});

describe('the proposed way', () => {
  it('answers questions and passes on the rest', () => {
    const ways = waysOf(null);
    expect(proposedWay(form({ category: 'consultation' }), ways)).toBe('immediate');
    expect(proposedWay(form({ category: 'complaint' }), ways)).toBe('forward');
    expect(proposedWay(form({ category: 'complaint', answerText: '已说明' }), ways)).toBe('immediate');
  });

  it('is one the city offers', () => {
    expect(proposedWay(form({ category: 'consultation' }), ['forward', 'refusal'])).toBe('forward');
  });
});

describe('the limit before a 转办', () => {
  it('T8: is 12 hours from the telephone call for an urgent matter', () => {
    expect(limit('tonghua', { category: 'help', urgent: true })?.deadline).toMatchObject({
      limit: '12h',
      from: 'phoned',
      due: '2026-11-20T14:00:00.000Z',
      article: '第十六条',
    });
  });

  it('J10: depends on the category, so that none is said before it is chosen', () => {
    expect(limit('jilin', {})).toBeNull();
    expect(limit('jilin', { category: 'complaint' })?.deadline).toMatchObject({ rule: 'J10', limit: '1wd' });
    expect(limit('jilin', { category: 'consultation' })?.deadline).toMatchObject({ rule: 'J20', limit: '3wd' });
  });

  it('H8: is known before the category where it does not depend on it', () => {
    expect(limit('hebi', {})?.deadline).toMatchObject({ rule: 'H8', limit: '10wd' });
  });

  it('H4: depends on the channel', () => {
    expect(limit('hebi', { category: 'help', channel: 'provincial' })?.deadline).toMatchObject({
      rule: 'H4',
      limit: '5wd',
    });
  });

  it('Z3: says why there is none', () => {
    expect(limit('zaozhuang', { category: 'suggestion' })).toMatchObject({
      deadline: null,
      reason: '本办法只规定投诉的处置时限',
    });
  });
});
