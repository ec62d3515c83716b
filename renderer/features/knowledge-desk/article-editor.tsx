import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import type { Node as ProseNode } from 'prosemirror-model';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { articleTree } from '../../../shared/domain/article-text.ts';
import { ARTICLE_KIND_NAMES, articleSchema, type Article } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import type { KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import type { ArticleDraft } from '../../../shared/domain/knowledge/manuscript.ts';
import { msOf, type Instant } from '../../../shared/instant.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import type { Failure } from '../../../shared/failure.ts';
import { CLEARABLE } from '../../components/clearable.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { clockTimeSeconds } from '../../components/times.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useKey, KeyHint } from '../../keys/keys.ts';
import { ChoiceField, Field, TextField } from '../acts/fields.tsx';
import { UnitField } from '../acts/unit-field.tsx';
import { EDITOR_TEXT } from './editor-text.ts';
import { RichEditor } from './rich-editor.tsx';
import { docOf, textOf } from './rich-schema.ts';
import { formatSteps, parseSteps } from './steps-text.ts';
import { TEXT } from './text.ts';
import type { DeskCommand } from './use-desk-command.ts';

export interface ArticleEditorProps {
  readonly actor: Actor;
  readonly articleId: ArticleId;
  /** What it begins with. */
  readonly from: KeptDraft['draft'];
  readonly seen: number;
  readonly base: number;
  readonly article: Article | null;
  readonly command: DeskCommand;
  readonly onLeave: () => void;
}

const KINDS = articleSchema.shape.kind.options.map((value) => ({ value, label: ARTICLE_KIND_NAMES[value] }));
/** After this pause what stands in the editor is kept at the desk. */
const PAUSE_MS = 700;

/** Writing an article. Everything is kept at the desk as it is written; 存为草稿 hands it to the others who keep it. */
export function ArticleEditor(props: ArticleEditorProps): ReactNode {
  const { actor, articleId, from, seen, base, article, command, onLeave } = props;
  const desk = useDesk();
  const [draft, setDraft] = useState(from);
  const [steps, setSteps] = useState(() => {
    const block = from.body?.blocks.find((one) => one.type === 'steps');
    return block?.type === 'steps' ? formatSteps(block.steps) : '';
  });
  const [asked, setAsked] = useState(from.asked.join('\n'));
  const [initial] = useState(() => docOf(from.body));
  const [doc, setDoc] = useState<ProseNode>(initial);
  const [tried, setTried] = useState(false);
  const [kept, setKept] = useState<Instant | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const parsed = parseSteps(steps);

  const whole = (next = draft, words = asked, written = doc): KeptDraft['draft'] => ({
    ...next,
    body: textOf(written, parsed.steps),
    asked: words
      .split('\n')
      .map((line) => line.trim().slice(0, 200))
      .filter(Boolean)
      .slice(0, 30),
  });
  const later = (next = draft, words = asked, written = doc): void => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      desk.knowledgeDesk
        .keepDraft({ articleId, seen, base, draft: whole(next, words, written) })
        .then(({ savedAt }) => setKept(savedAt))
        .catch((error: unknown) => setFailure(failureOf(error)));
    }, PAUSE_MS);
  };
  // What is still waiting to be kept when the editor goes would come back after it was handed in.
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  const change = (part: Partial<KeptDraft['draft']>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    later(next);
  };
  const hand = async (what: 'article.write' | 'article.correct'): Promise<void> => {
    setTried(true);
    const { change: why, body, title, ...rest } = whole();
    if (title.trim() === '' || body === null || parsed.problem) return;
    if (what === 'article.correct' && why.trim() === '') return;
    if (timer.current) clearTimeout(timer.current);
    const text: ArticleDraft = { ...rest, title, body };
    const about = { articleId, seen, base, text };
    const said =
      what === 'article.write'
        ? ({ type: what, payload: { ...about, change: why } } as const)
        : ({ type: what, payload: { ...about, reason: why } } as const);
    if (await command.say(said)) onLeave();
  };
  const leave = (): void => {
    if (timer.current) clearTimeout(timer.current);
    desk.knowledgeDesk.leaveDraft({ articleId }).then(onLeave, (error: unknown) => setFailure(failureOf(error)));
  };
  useKey('primary', () => void hand('article.write'));
  const noBody = tried && textOf(doc, parsed.steps) === null;
  return (
    <div className="kd-writing">
      <TextField
        label={TEXT.title}
        required
        rows={1}
        max={120}
        value={draft.title}
        error={tried && draft.title.trim() === '' ? TEXT.titleMissing : undefined}
        onChange={(title) => change({ title })}
      />
      <ChoiceField
        label={TEXT.kind}
        value={draft.kind}
        options={KINDS}
        error={undefined}
        onChange={(kind) => change({ kind })}
      />
      <UnitField
        label={TEXT.owner}
        aside={edits(actor) ? TEXT.centre : undefined}
        value={draft.unitId}
        error={undefined}
        onChange={(unitId) => change({ unitId })}
      />
      <div className="act-field">
        <div className="act-field-head">
          <span className="act-required">{TEXT.body}</span>
        </div>
        <RichEditor
          initial={initial}
          onChange={(next) => {
            setDoc(next);
            later(draft, asked, next);
          }}
        />
        {noBody && <p className="order-field-error">{TEXT.bodyMissing}</p>}
      </div>
      <TextField
        label={EDITOR_TEXT.steps}
        rows={3}
        max={4000}
        placeholder={EDITOR_TEXT.stepsHint}
        value={steps}
        error={parsed.problem ?? undefined}
        onChange={(value) => {
          setSteps(value);
          later();
        }}
      />
      <TextField
        label={TEXT.askedLines}
        rows={3}
        max={4000}
        value={asked}
        error={undefined}
        onChange={(value) => {
          setAsked(value);
          later(draft, value);
        }}
      />
      <div className="kd-pair">
        <Field label={TEXT.source} error={undefined}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.source}
              onChange={({ target }) => change({ source: target.value })}
            />
          )}
        </Field>
        <Field label={TEXT.validUntil} error={undefined}>
          {({ id }) => (
            <DatePicker
              id={id}
              placeholder={TEXT.validAlways}
              allowClear={CLEARABLE}
              value={draft.validUntil ? dayjs(draft.validUntil) : null}
              onChange={(day) => change({ validUntil: day ? day.format('YYYY-MM-DD') : null })}
            />
          )}
        </Field>
      </div>
      <TextField
        label={TEXT.change}
        rows={1}
        max={500}
        value={draft.change}
        error={undefined}
        onChange={(value) => change({ change: value })}
      />
      {article && article.version !== base && <p className="order-field-error">{TEXT.changedMeanwhile}</p>}
      {(command.failure ?? failure) && <FailureNote failure={command.failure ?? failure ?? NEVER} />}
      <div className="act-buttons">
        <Button type="primary" loading={command.busy} onClick={() => void hand('article.write')}>
          {TEXT.keep}
          <span aria-hidden>
            <KeyHint action="primary" always />
          </span>
        </Button>
        {edits(actor) && article?.state === 'published' && (
          <Button disabled={command.busy} onClick={() => void hand('article.correct')}>
            {TEXT.correct}
          </Button>
        )}
        <Button onClick={leave}>{TEXT.leave}</Button>
        {kept && <output className="kn-told">{TEXT.kept(clockTimeSeconds(msOf(kept)))}</output>}
        {tried && draft.change.trim() === '' && article && <span className="order-faint">{TEXT.reasonMissing}</span>}
      </div>
    </div>
  );
}

const NEVER: Failure = { code: 'UNEXPECTED', article: null, detail: null, reference: null, retryAfterMs: null };

/** What an article or its draft is as something to go on writing. */
export function draftFrom(text: ArticleDraft | Article | null): KeptDraft['draft'] {
  if (!text) {
    return { title: '', kind: 'faq', unitId: null, body: null, asked: [], source: '', validUntil: null, change: '' };
  }
  const { title, kind, unitId, asked, source, validUntil } = text;
  return { title, kind, unitId, asked, source, validUntil, body: articleTree(text), change: '' };
}
