import { afterEach, describe, expect, it } from 'vitest';
import { newLayer, openLayer, perform, register } from './registry.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

function answering(action: Parameters<typeof register>[0], layer?: number): { count: number } {
  const calls = { count: 0 };
  undo.push(
    register(
      action,
      () => {
        calls.count += 1;
      },
      layer,
    ),
  );
  return calls;
}

describe('who answers for a key', () => {
  it('is the one that came last, and the one beneath once it has gone', () => {
    const screen = answering('back');
    let popover = 0;
    const close = register('back', () => {
      popover += 1;
    });
    perform('back');
    close();
    perform('back');
    expect([popover, screen.count]).toEqual([1, 1]);
  });

  it('is nobody where nobody has asked for it', () => {
    expect(perform('urge')).toBe(false);
  });
});

describe('a dialog over the screens', () => {
  it('keeps their keys from them, so that F8 forwards nothing behind a question', () => {
    const screen = answering('outcomeForward');
    const close = openLayer(newLayer(), false);
    expect(perform('outcomeForward')).toBe(false);
    close();
    expect(perform('outcomeForward')).toBe(true);
    expect(screen.count).toBe(1);
  });

  it('has keys of its own', () => {
    const layer = newLayer();
    answering('primary');
    const own = answering('primary', layer);
    undo.push(openLayer(layer, false));
    perform('primary');
    expect(own.count).toBe(1);
  });

  it('lets a call be answered all the same', () => {
    const bar = answering('answer');
    undo.push(openLayer(newLayer(), false));
    perform('answer');
    expect(bar.count).toBe(1);
  });

  it('lets nothing through where the session has ended', () => {
    const bar = answering('answer');
    undo.push(openLayer(newLayer(), true));
    expect(perform('answer')).toBe(false);
    expect(bar.count).toBe(0);
  });
});
