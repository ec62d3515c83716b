import { EditOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSubjectList, useUnits } from '../../data/directory.ts';
import type { Subject } from '../../../shared/domain/subject.ts';
import { Answer } from '../../components/answer.tsx';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useCatalogue } from '../acts/use-catalogue.ts';
import { CatalogueDialog } from './catalogue-dialog.tsx';
import { matching } from './catalogue-lines.ts';
import { TEXT } from './text.ts';

/** Rows drawn at once: a dispatcher finds a subject by typing, nobody scrolls through hundreds. */
const MOST = 200;

/** 派单目录: which unit a subject goes to, kept by the dispatchers. */
export function Catalogue(): ReactNode {
  const subjects = useSubjectList();
  const entries = useCatalogue();
  const units = useUnits();
  const [text, setText] = useState('');
  const [onlyListed, setOnlyListed] = useState(false);
  const [editing, setEditing] = useState<Subject | null>(null);
  const unitName = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
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
      <Answer query={subjects}>
        {(all) => (
          <DataTable
            label={TEXT.catalogue}
            rows={matching(all, entries, unitName, { text, onlyListed }).slice(0, MOST)}
            keyOf={({ subject }) => subject.id}
            empty={<EmptyState text={TEXT.noSubject} />}
            columns={[
              { head: TEXT.subject, kind: 'name', render: ({ subject }) => subject.path.join(' › ') },
              {
                head: TEXT.listedUnit,
                render: ({ entry }) =>
                  entry ? unitName(entry.unitId) : <span className="order-faint">{TEXT.notListed}</span>,
              },
              { head: TEXT.note, render: ({ entry }) => entry?.note },
              {
                head: TEXT.listedBy,
                render: ({ entry }) =>
                  entry && (
                    <span className="order-faint">
                      {entry.updatedBy.name} <RelativeTime at={entry.updatedAt} />
                    </span>
                  ),
              },
              {
                head: TEXT.act,
                kind: 'acts',
                render: ({ subject }) => (
                  <Button
                    size="small"
                    icon={<EditOutlined aria-hidden />}
                    aria-label={TEXT.editTitle(subject.path.join(' › '))}
                    onClick={() => setEditing(subject)}
                  >
                    {TEXT.edit}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answer>
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
