import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState, type ReactNode } from 'react';
import { ARTICLE_KIND_NAMES, articleSchema, type Article } from '../../../shared/domain/article.ts';
import type { ArticleId, AttachmentId } from '../../../shared/domain/ids.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import { isPicture, type ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import type { KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import type { ArticleDraft } from '../../../shared/domain/knowledge/manuscript.ts';
import { msOf } from '../../../shared/instant.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { CLEARABLE } from '../../components/clearable.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { clockTimeSeconds } from '../../components/times.ts';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useKey } from '../../keys/keys.ts';
import { ChoiceField, Field, TextField } from '../acts/fields.tsx';
import { UnitField } from '../acts/unit-field.tsx';
import { EDITOR_TEXT } from './editor-text.ts';
import { FilesField } from './files-field.tsx';
import { RichEditor, type RichEditorHandle } from './rich-editor.tsx';
import { textOf } from './rich-schema.ts';
import { parseSteps } from './steps-text.ts';
import { TEXT } from './text.ts';
import { useArticleFiles } from './use-article-files.ts';
import type { DeskCommand } from './use-desk-command.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { draftOf, writtenFrom, type Written } from './written.ts';

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

/** Writing an article. Everything is kept at the desk as it is written; 存为草稿 hands it to the others who keep it. */
export function ArticleEditor(props: ArticleEditorProps): ReactNode {
  const { actor, articleId, from, seen, base, article, command, onLeave } = props;
  const [written, setWritten] = useState(() => writtenFrom(from));
  const [initial] = useState(written.doc);
  const [tried, setTried] = useState(false);
  const kept = useKeptDraft(articleId);
  const leaving = useDeed();
  const { draft, doc, asked, steps } = written;
  const parsed = parseSteps(steps);
  const text = useRef<RichEditorHandle>(null);
  const files = useArticleFiles();
  // A file may have been kept after more was written.
  const newest = useRef(written);

  const write = (part: Partial<Written>): void => {
    const next = { ...newest.current, ...part };
    newest.current = next;
    setWritten(next);
    kept.keep({ seen, base, draft: draftOf(next) });
  };
  const change = (part: Partial<KeptDraft['draft']>): void => write({ draft: { ...newest.current.draft, ...part } });
  const addFiles = async (chosen: readonly File[]): Promise<ArticleFile[]> => {
    const standing = newest.current.draft.files ?? [];
    const taken = await files.add(chosen, standing.length);
    const known = new Map([...(newest.current.draft.files ?? []), ...taken].map((file) => [file.id, file]));
    change({ files: [...known.values()] });
    return taken.filter(isPicture);
  };
  const removeFile = (id: AttachmentId): void => {
    text.current?.takeOut(id);
    change({ files: (newest.current.draft.files ?? []).filter((file) => file.id !== id) });
  };
  const hand = async (what: 'article.write' | 'article.correct'): Promise<void> => {
    setTried(true);
    const { change: why, body, title, ...rest } = draftOf(newest.current);
    if (title.trim() === '' || body === null || parsed.problem) return;
    if (what === 'article.correct' && why.trim() === '') return;
    const about = { articleId, seen, base, text: { ...rest, title, body } satisfies ArticleDraft };
    const said =
      what === 'article.write'
        ? ({ type: what, payload: { ...about, change: why } } as const)
        : ({ type: what, payload: { ...about, reason: why } } as const);
    await kept.hold();
    if (await command.say(said)) onLeave();
    else kept.release();
  };
  const leave = async (): Promise<void> => {
    await kept.hold();
    if (await leaving.act(({ knowledgeDesk }) => knowledgeDesk.leaveDraft({ articleId }))) onLeave();
    else kept.release();
  };
  const failure = command.failure ?? leaving.failure ?? kept.failure;
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
        aside={edits(actor) && draft.unitId === null ? TEXT.noUnitIsCentre : undefined}
        value={draft.unitId}
        error={undefined}
        onChange={(unitId) => change({ unitId })}
      />
      <div className="act-field">
        <div className="act-field-head">
          <span className="act-required">{TEXT.body}</span>
        </div>
        <RichEditor
          ref={text}
          initial={initial}
          onChange={(next) => write({ doc: next })}
          onFiles={addFiles}
          load={files.load}
        />
        {noBody && <p className="order-field-error">{TEXT.bodyMissing}</p>}
      </div>
      <FilesField
        files={draft.files ?? []}
        work={files}
        onAdd={(chosen) => void addFiles(chosen)}
        onPlace={(file) => text.current?.place(file)}
        onRemove={removeFile}
      />
      <TextField
        label={EDITOR_TEXT.steps}
        rows={3}
        max={4000}
        placeholder={EDITOR_TEXT.stepsHint}
        value={steps}
        error={parsed.problem ?? undefined}
        onChange={(value) => write({ steps: value })}
      />
      <TextField
        label={TEXT.askedLines}
        rows={3}
        max={4000}
        value={asked}
        error={undefined}
        onChange={(value) => write({ asked: value })}
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
      {failure && <FailureNote failure={failure} />}
      <div className="act-buttons">
        <PrimaryButton loading={command.busy} onClick={() => void hand('article.write')}>
          {TEXT.keep}
        </PrimaryButton>
        {edits(actor) && article?.state === 'published' && (
          <Button disabled={command.busy} onClick={() => void hand('article.correct')}>
            {TEXT.correct}
          </Button>
        )}
        <Button onClick={() => void leave()}>{TEXT.leave}</Button>
        {kept.at && <output className="kn-told">{TEXT.kept(clockTimeSeconds(msOf(kept.at)))}</output>}
        {tried && draft.change.trim() === '' && article && <span className="order-faint">{TEXT.reasonMissing}</span>}
      </div>
    </div>
  );
}
