import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FEEDBACK_KIND_NAMES, type FeedbackKind } from '../../../shared/domain/knowledge/feedback.ts';
import type { Instant } from '../../../shared/instant.ts';
import { useSaved } from '../../app/saved.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { isOfArticle, type ReportSubject } from './reported.ts';
import { TEXT } from './text.ts';

export interface FeedbackDialogProps extends ReportSubject {
  readonly onClose: () => void;
  /** It is in the outbox. */
  readonly onReported: (kind: FeedbackKind, at: Instant) => void;
}

const KINDS: readonly FeedbackKind[] = ['wrong', 'outdated', 'notFound', 'unanswered'];

/** 反馈 in two keys: this opens with one, a number sends. A word more may be written first, and need not be. */
export function FeedbackDialog(props: FeedbackDialogProps): ReactNode {
  return (
    <Dialog title={TEXT.report} width={440} onClose={props.onClose}>
      <Choices {...props} />
    </Dialog>
  );
}

function Choices({ article, query, onReported }: FeedbackDialogProps): ReactNode {
  const saved = useSaved((state) => state.saved);
  const [note, setNote] = useState('');
  const { busy, failure, act } = useDeed();
  const first = useRef<HTMLButtonElement>(null);
  // After the dialog has opened, which gives the focus to its closing button: the next key is to be a number.
  useEffect(() => first.current?.focus(), []);

  const possible = (kind: FeedbackKind): boolean => (isOfArticle(kind) ? article !== null : query !== '');
  const send = async (kind: FeedbackKind | undefined): Promise<void> => {
    if (!kind || !possible(kind)) return;
    await act(async ({ knowledgeDesk }) => {
      const about = isOfArticle(kind) ? article : null;
      const payload = { kind, article: about, query: query.slice(0, 200), note };
      const { savedAt } = await knowledgeDesk.submit({ id: null, command: { type: 'feedback.report', payload } });
      saved(savedAt);
      onReported(kind, savedAt);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || !/^[1-4]$/.test(event.key)) return;
    event.preventDefault();
    void send(KINDS[Number(event.key) - 1]);
  };
  return (
    <div className="kn-report">
      <p className="kn-faint">{article ? TEXT.reportArticle(article.title) : TEXT.reportQuery(query)}</p>
      {KINDS.map((kind, at) => (
        <Button
          key={kind}
          ref={kind === KINDS.find(possible) ? first : null}
          block
          className="kn-step-answer"
          disabled={!possible(kind) || busy}
          onClick={() => void send(kind)}
          onKeyDown={onKeyDown}
        >
          <kbd className="key-cap">{at + 1}</kbd> {FEEDBACK_KIND_NAMES[kind]}
          <span className="kn-faint">{TEXT.reportHints[kind]}</span>
        </Button>
      ))}
      <Input
        value={note}
        maxLength={500}
        placeholder={TEXT.reportNote}
        aria-label={TEXT.reportNote}
        onChange={({ target }) => setNote(target.value)}
      />
      {failure && <FailureNote failure={failure} look="line" />}
    </div>
  );
}
