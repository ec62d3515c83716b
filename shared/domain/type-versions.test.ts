import { describe, expect, it } from 'vitest';
import { bodyOf } from '../sync/envelope.ts';
import { commandBodySchema } from './command.ts';
import { say } from './testing/play.ts';
import { raised, typeVersionOf } from './type-versions.ts';

const dispatch = commandBodySchema.parse(say.dispatch());

describe('what a desk wrote before it was updated', () => {
  it('is raised to the shape of today: a dispatch of version 1 asked for no filing', () => {
    const { filing: _none, ...old } = say.dispatch({ note: '旧' }).payload as Record<string, unknown>;
    expect(bodyOf({ type: 'order.dispatch', typeVersion: 1, payload: old })).toMatchObject({
      payload: { filing: false, note: '旧' },
    });
  });

  it('is read as it is where its version is today’s', () => {
    const { type, payload } = dispatch;
    expect(typeVersionOf('order.dispatch')).toBe(2);
    expect(typeVersionOf('order.sign')).toBe(1);
    expect(bodyOf({ type, typeVersion: typeVersionOf(type), payload })).toEqual(dispatch);
  });

  it('is not guessed at where the version is a newer one', () => {
    expect(raised('order.sign', 2, {})).toBeNull();
    expect(bodyOf({ type: 'order.sign', typeVersion: 2, payload: {} })).toBeNull();
  });

  it('is refused, not lost, where the payload is nothing that could be raised', () => {
    expect(bodyOf({ type: 'order.dispatch', typeVersion: 1, payload: 'x' })).toBeNull();
  });
});
