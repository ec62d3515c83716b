import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { Draft } from './act-draft.ts';
import { DraftNotes } from './draft-notes.tsx';

const KEPT: Pick<Draft<unknown>, 'failure' | 'other' | 'takeOther' | 'keepOwn'> = {
  failure: null,
  other: null,
  takeOther: () => undefined,
  keepOwn: () => undefined,
};

it('whoever writes is told where the desk has not kept what they wrote, and nothing else', () => {
  expect(renderToStaticMarkup(createElement(DraftNotes, { draft: KEPT }))).toBe('');
  const said = renderToStaticMarkup(createElement(DraftNotes, { draft: { ...KEPT, failure: failure('STORE_FULL') } }));
  expect(said).toContain('role="alert"');
  expect(said).toContain('磁盘');
});
