import { PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { TEXT } from './text.ts';

export interface PinButtonProps {
  /** null: nothing to pin. */
  readonly articleId: ArticleId | null;
  readonly pinned: boolean;
  readonly active: boolean;
}

/** 置顶: keeps an article at hand for whoever is signed in, at this desk. */
export function PinButton({ articleId, pinned, active }: PinButtonProps): ReactNode {
  const { failure, act } = useDeed();
  const toggle = (): void => {
    if (articleId === null) return;
    void act((desk) => desk.knowledgeDesk.pin({ articleId, pinned: !pinned }));
  };
  useKey('pinArticle', toggle, active && articleId !== null);
  const tip = useTip('pinArticle', TEXT.pinHint);
  return (
    <>
      {failure && <FailureNote failure={failure} look="line" />}
      <Button
        className="key-host"
        icon={pinned ? <PushpinFilled aria-hidden /> : <PushpinOutlined aria-hidden />}
        title={tip}
        disabled={articleId === null}
        aria-pressed={pinned}
        onMouseDown={(event) => event.preventDefault()}
        onClick={toggle}
      >
        {pinned ? TEXT.unpin : TEXT.pin}
        <KeyHint action="pinArticle" />
      </Button>
    </>
  );
}
