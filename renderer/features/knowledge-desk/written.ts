import type { Node as ProseNode } from 'prosemirror-model';
import { articleTree } from '../../../shared/domain/article-text.ts';
import type { Article } from '../../../shared/domain/article.ts';
import type { KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import type { ArticleDraft } from '../../../shared/domain/knowledge/manuscript.ts';
import { docOf, textOf } from './rich-schema.ts';
import { formatSteps, parseSteps } from './steps-text.ts';

/** Everything that stands in the editor, as it is typed. */
export interface Written {
  /** Its fields; body and wordings are those below. */
  readonly draft: KeptDraft['draft'];
  readonly doc: ProseNode;
  /** One wording of callers a line. */
  readonly asked: string;
  readonly steps: string;
}

const LONGEST_WORDING = 200;
const MOST_WORDINGS = 30;

/** What the editor begins with. */
export function writtenFrom(from: KeptDraft['draft']): Written {
  const block = from.body?.blocks.find((one) => one.type === 'steps');
  return {
    draft: from,
    doc: docOf(from.body),
    asked: from.asked.join('\n'),
    steps: block?.type === 'steps' ? formatSteps(block.steps) : '',
  };
}

/** What is kept of it, and in the end handed in. */
export function draftOf({ draft, doc, asked, steps }: Written): KeptDraft['draft'] {
  return {
    ...draft,
    body: textOf(doc, parseSteps(steps).steps),
    asked: asked
      .split('\n')
      .map((line) => line.trim().slice(0, LONGEST_WORDING))
      .filter(Boolean)
      .slice(0, MOST_WORDINGS),
  };
}

/** What an article or its draft is as something to go on writing. */
export function draftFrom(text: ArticleDraft | Article | null): KeptDraft['draft'] {
  if (!text) {
    return { title: '', kind: 'faq', unitId: null, body: null, asked: [], source: '', validUntil: null, change: '' };
  }
  const { title, kind, unitId, asked, source, validUntil, files = [] } = text;
  return { title, kind, unitId, asked, source, validUntil, files, body: articleTree(text), change: '' };
}
