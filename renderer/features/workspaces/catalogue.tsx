import { EditOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Subject } from '../../../shared/domain/subject.ts';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { useUnits } from '../acts/unit-field.tsx';
import { useCatalogue } from '../acts/use-catalogue.ts';
import { CatalogueDialog } from './catalogue-dialog.tsx';
import { matching } from './catalogue-lines.ts';
import { TEXT } from './text.ts';

/** Rows drawn at once: a dispatcher finds a subject by typing, nobody scrolls through hundreds. */
const MOST = 200;

/** 派单目录: which unit a subject goes to, kept by the dispatchers. */
export function Catalogue(): ReactNode {
  const subjects = useDeskQuery({ key: ['subjects'], tables: ['subjects'], run: (desk) => desk.subjects.list() });
  const entries = useCatalogue();
  const units = useUnits();
  const [text, setText] = useState('');
  const [onlyListed, setOnlyListed] = useState(false);
  const [editing, setEditing] = useState<Subject | null>(null);
  const unitName = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  const lines = matching(subjects.data ?? [], entries, unitName, { text, onlyListed });
  return (
    <div className="work-panel">
      <div className="work-panel-head">
        <Input
          className="work-search"
          type="search"
          prefix={<SearchOutlined aria-hidden />}
          allowClear={CLEARABLE_INPUT}
          placeholder={TEXT.catalogueSearch}
          aria-label={TEXT.catalogueSearch}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Checkbox checked={onlyListed} onChange={({ target }) => setOnlyListed(target.checked)}>
          {TEXT.onlyListed}
        </Checkbox>
        <span className="order-faint">{TEXT.catalogueHint}</span>
      </div>
      {subjects.failure && <FailureNote failure={subjects.failure} onRetry={subjects.refresh} />}
      {!subjects.data && !subjects.failure && <ListSkeleton rows={8} height={36} />}
      {subjects.data && (
        <table className="work-table" aria-label={TEXT.catalogue}>
          <thead>
            <tr>
              <th scope="col">{TEXT.subject}</th>
              <th scope="col">{TEXT.listedUnit}</th>
              <th scope="col">{TEXT.note}</th>
              <th scope="col">{TEXT.listedBy}</th>
              <th scope="col" className="work-acts">
                {TEXT.act}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, MOST).map(({ subject, entry }) => {
              const path = subject.path.join(' › ');
              return (
                <tr key={subject.id}>
                  <th scope="row">{path}</th>
                  <td>{entry ? unitName(entry.unitId) : <span className="order-faint">{TEXT.notListed}</span>}</td>
                  <td>{entry?.note}</td>
                  <td>
                    {entry && (
                      <span className="order-faint">
                        {entry.updatedBy.name} <RelativeTime at={entry.updatedAt} />
                      </span>
                    )}
                  </td>
                  <td className="work-acts">
                    <Button
                      size="small"
                      icon={<EditOutlined aria-hidden />}
                      aria-label={TEXT.editTitle(path)}
                      onClick={() => setEditing(subject)}
                    >
                      {TEXT.edit}
                    </Button>
                  </td>
                </tr>
              );
            })}
            {lines.length === 0 && (
              <tr>
                <td colSpan={5}>{TEXT.noSubject}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      {editing && (
        <CatalogueDialog
          subject={editing}
          entry={entries.find(({ id }) => id === editing.id) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
