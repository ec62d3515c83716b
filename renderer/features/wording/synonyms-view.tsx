import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { synonymRowSchema, type SynonymRow } from '../../../shared/domain/wording.ts';
import type { Failure } from '../../../shared/failure.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TEXT } from './text.ts';

/** Words that mean the same, row by row, as the centre keeps them. */
export function SynonymsView(): ReactNode {
  const { data, failure, refresh } = useDeskQuery({
    key: ['synonyms'],
    tables: ['synonyms'],
    run: (desk) => desk.wording.synonyms(),
  });
  const rows = (data ?? []).filter(({ state }) => state === 'active');
  return (
    <>
      <p className="wd-hint">{TEXT.synonymsHint}</p>
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {!data && !failure && <ListSkeleton rows={8} height={40} />}
      <Row key={`new ${rows.length}`} row={null} onSaved={refresh} />
      {rows.length > 0 && (
        <ul className="wd-rows" aria-label={TEXT.synonyms}>
          {rows.map((row) => (
            <li key={`${row.id} ${row.version}`} className="wd-row">
              <Row row={row} onSaved={refresh} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ row, onSaved }: { row: SynonymRow | null; onSaved: () => void }): ReactNode {
  const desk = useDesk();
  const before = row?.words.join(' ') ?? '';
  const [text, setText] = useState(before);
  const [failed, setFailed] = useState<Failure | null>(null);
  const words = text.split(/[\s、,，;；]+/u).filter((word) => word !== '');
  const parsed = synonymRowSchema.shape.words.safeParse(words);
  const stands = parsed.success && (words.length > 1 || (row !== null && words.length === 0));
  const save = (): void => {
    if (!stands || text === before) return;
    const id = row?.id ?? `own-${crypto.randomUUID().slice(0, 8)}`;
    setFailed(null);
    desk.wording.setSynonyms({ id, words }).then(onSaved, (error: unknown) => setFailed(failureOf(error)));
  };
  return (
    <div className="wd-bar wd-synonyms">
      <Input
        value={text}
        aria-label={row ? before : TEXT.newRow}
        placeholder={TEXT.newRow}
        status={stands || text === before ? '' : 'error'}
        title={stands || text === before ? '' : TEXT.rowTooShort}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={save}
      />
      <Button disabled={!stands || text === before} onClick={save}>
        {row ? TEXT.save : TEXT.add}
      </Button>
      {failed && <FailureNote failure={failed} />}
    </div>
  );
}
