import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnitNames } from '../../data/directory.ts';
import type { Article } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import type { KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import { DEED_NAMES, STAGE_NAMES, type Manuscript } from '../../../shared/domain/knowledge/manuscript.ts';
import { mayReview, mayWrite } from '../../../shared/domain/knowledge/writing.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ArticleFiles } from '../knowledge/article-files.tsx';
import { ArticleView } from '../knowledge/article-view.tsx';
import { RichTextView } from '../knowledge/rich-text-view.tsx';
import { articleTree } from '../../../shared/domain/article-text.ts';
import { ArticleEditor } from './article-editor.tsx';
import { DifferenceView } from './difference-view.tsx';
import { SayDialog, type Saying } from './say-dialog.tsx';
import { TEXT } from './text.ts';
import { useDeskCommand } from './use-desk-command.ts';
import { VersionsView } from './versions-view.tsx';
import { draftFrom } from './written.ts';

export interface DossierProps {
  readonly actor: Actor;
  readonly articleId: ArticleId;
  readonly article: Article | null;
  readonly manuscript: Manuscript | null;
  /** What this person has half-written of it at this desk. */
  readonly kept: KeptDraft | null;
  readonly onArticle: (id: ArticleId) => void;
}

/** One article with its working side: what it says, what is being made of it, and what may be done next. */
export function Dossier(props: DossierProps): ReactNode {
  const { actor, articleId, article, manuscript, kept, onArticle } = props;
  const unitName = useUnitNames();
  const command = useDeskCommand();
  const [writing, setWriting] = useState(article === null && manuscript === null);
  const [saying, setSaying] = useState<Saying | null>(null);
  const draft = manuscript?.draft ?? null;
  const title = draft?.text.title ?? article?.title ?? '';
  const say = (what: Saying['what']) => (): void => {
    command.clear();
    setSaying({ what, articleId, title, seen: manuscript?.version ?? 0 });
  };

  if (writing) {
    return (
      <ArticleEditor
        actor={actor}
        articleId={articleId}
        from={kept?.draft ?? draftFrom(draft?.text ?? article)}
        seen={kept?.seen ?? manuscript?.version ?? 0}
        base={kept?.base ?? article?.version ?? 0}
        article={article}
        command={command}
        onLeave={() => setWriting(false)}
      />
    );
  }
  return (
    <div className="kd-dossier">
      <Acts
        {...props}
        busy={command.busy}
        onWrite={() => {
          command.clear();
          setWriting(true);
        }}
        onSay={say}
        onDo={(type) => void command.say({ type, payload: { articleId, seen: manuscript?.version ?? 0 } })}
      />
      {command.done && <output className="order-good">{command.done}</output>}
      {command.failure && !saying && <FailureNote failure={command.failure} />}
      {manuscript && draft && (
        <section aria-label={TEXT.draftText}>
          <h3 className="kd-head">
            {TEXT.draftText} · {STAGE_NAMES[manuscript.stage]}{' '}
            <span className="order-faint">
              {draft.by.name} <RelativeTime at={draft.at} /> {draft.change}
            </span>
          </h3>
          {manuscript.review?.opinion && <p>{`${TEXT.opinion}：${manuscript.review.opinion}`}</p>}
          {article ? (
            <>
              <h4 className="kn-heading">{TEXT.difference}</h4>
              <DifferenceView before={article} after={draft.text} />
            </>
          ) : (
            <article className="kn-article">
              <h3 className="kn-article-title">{draft.text.title}</h3>
              <RichTextView text={articleTree(draft.text)} onArticle={onArticle} />
              <ArticleFiles files={draft.text.files ?? []} />
            </article>
          )}
        </section>
      )}
      {article && (
        <section aria-label={TEXT.publishedText}>
          <h3 className="kd-head">
            {TEXT.publishedText} · {TEXT.state[article.state]}
          </h3>
          <ArticleView article={article} unitName={article.unitId && unitName(article.unitId)} onArticle={onArticle} />
        </section>
      )}
      {article && (
        <section aria-label={TEXT.versions}>
          <h3 className="kd-head">{TEXT.versions}</h3>
          <VersionsView articleId={articleId} />
        </section>
      )}
      {manuscript && manuscript.course.length > 0 && (
        <section aria-label={TEXT.course}>
          <h3 className="kd-head">{TEXT.course}</h3>
          <ul className="kd-versions">
            {manuscript.course.toReversed().map(({ deed, by, at, text, version }) => (
              <li key={`${at} ${deed}`}>
                <b>{DEED_NAMES[deed]}</b> {version && TEXT.versionOf(version)}{' '}
                <span className="order-faint">
                  {by.name} <RelativeTime at={at} />
                </span>{' '}
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {saying && <SayDialog saying={saying} command={command} onClose={() => setSaying(null)} />}
    </div>
  );
}

interface ActsProps extends DossierProps {
  readonly busy: boolean;
  readonly onWrite: () => void;
  readonly onSay: (what: Saying['what']) => () => void;
  readonly onDo: (type: 'article.submit' | 'article.publish' | 'article.discard') => void;
}

/** What this person may do with it as it stands, the leading act first. */
function Acts({ actor, article, manuscript, kept, busy, onWrite, onSay, onDo }: ActsProps): ReactNode {
  const unitId = manuscript?.draft ? manuscript.unitId : (article?.unitId ?? null);
  const writes = mayWrite(actor, unitId);
  const stage = manuscript?.stage ?? 'idle';
  const reviews = stage === 'reviewing' && manuscript !== null && mayReview(actor, manuscript);
  const open = stage === 'draft' || stage === 'returned';
  const inForce = article?.state === 'published';
  return (
    <div className="kd-acts-bar">
      {reviews && (
        <>
          <Button type="primary" disabled={busy} onClick={onSay('approve')}>
            {TEXT.approve}
          </Button>
          <Button disabled={busy} onClick={onSay('giveBack')}>
            {TEXT.giveBack}
          </Button>
        </>
      )}
      {stage === 'approved' && edits(actor) && (
        <Button type="primary" disabled={busy} onClick={() => onDo('article.publish')}>
          {TEXT.publish}
        </Button>
      )}
      {open && writes && (
        <Button type="primary" disabled={busy} onClick={() => onDo('article.submit')}>
          {TEXT.submit}
        </Button>
      )}
      {writes && (
        <Button disabled={busy} onClick={onWrite}>
          {kept || manuscript?.draft ? TEXT.continueEdit : TEXT.edit}
        </Button>
      )}
      {manuscript?.draft && writes && (
        <Button disabled={busy} onClick={() => onDo('article.discard')}>
          {TEXT.discard}
        </Button>
      )}
      {inForce && writes && (
        <>
          <Button disabled={busy} onClick={onSay('check')}>
            {TEXT.check}
          </Button>
          <Button disabled={busy} onClick={onSay('expire')}>
            {TEXT.expire}
          </Button>
        </>
      )}
      {edits(actor) && article && article.state !== 'archived' && (
        <Button disabled={busy} onClick={onSay('archive')}>
          {TEXT.archive}
        </Button>
      )}
      {edits(actor) && article && !inForce && (
        <Button disabled={busy} onClick={onSay('restore')}>
          {TEXT.restore}
        </Button>
      )}
    </div>
  );
}
