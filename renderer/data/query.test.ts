import { describe, expect, it } from 'vitest';
import { failure, FailureError } from '../../shared/failure.ts';
import { createQuery } from './query.ts';

describe('a question asked again', () => {
  it('throws away the answer to an older asking, also when it comes last', async () => {
    const query = createQuery<string>();
    const slow = Promise.withResolvers<string>();
    const quick = Promise.withResolvers<string>();
    const first = query.ask('gjj', () => slow.promise);
    const second = query.ask('gjjtq', () => quick.promise);
    quick.resolve('提取');
    await second;
    slow.resolve('公积金');
    await first;
    expect(query.read()).toEqual({ answered: 'gjjtq', data: '提取', failure: null, loading: false });
  });

  it('shows what was known until the new answer is there', async () => {
    const query = createQuery<number>();
    const answers = [1, 2];
    await query.ask('count', () => Promise.resolve(answers.shift() ?? 0));
    const asked = query.again();
    expect(query.read()).toMatchObject({ data: 1, loading: true });
    await asked;
    expect(query.read()).toMatchObject({ data: 2, loading: false });
  });

  it('keeps known data beside a failure of the same question, and none of another', async () => {
    const query = createQuery<string>();
    const down = (): Promise<string> => Promise.reject(new FailureError(failure('STATION_DOWN')));
    await query.ask('order A', () => Promise.resolve('A'));
    await query.ask('order A', down);
    expect(query.read()).toMatchObject({ data: 'A', failure: { code: 'STATION_DOWN' } });
    await query.ask('order B', down);
    expect(query.read()).toMatchObject({ answered: 'order B', data: undefined });
  });

  it('answers to nobody once it was dropped', async () => {
    const query = createQuery<string>();
    const slow = Promise.withResolvers<string>();
    const asked = query.ask('late', () => slow.promise);
    query.drop();
    slow.resolve('too late');
    await asked;
    expect(query.read()).toEqual({ answered: null, data: undefined, failure: null, loading: false });
  });

  it('tells whoever listens, until they stop', async () => {
    const query = createQuery<string>();
    let told = 0;
    const stop = query.subscribe(() => {
      told += 1;
    });
    await query.ask('x', () => Promise.resolve('x'));
    stop();
    await query.again();
    expect(told).toBe(2);
  });
});
