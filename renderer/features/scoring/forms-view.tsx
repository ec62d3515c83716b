import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { may, type Actor } from '../../../shared/domain/people.ts';
import { FORM_STATE_NAMES, type ScoringForm } from '../../../shared/domain/scoring/form.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Tag } from '../../components/tags.tsx';
import { useKey } from '../../keys/keys.ts';
import { FormEditor } from './form-editor.tsx';
import { FormPane } from './form-pane.tsx';
import { FORMS } from './plans-text.ts';
import { useScoringForms } from './use-scoring.ts';

/** 评分表: every version of every form; what was scored by one keeps it. */
export function FormsView({ actor, inFront }: { actor: Actor; inFront: boolean }): ReactNode {
  const keeps = may(actor, 'scoring.keep');
  const forms = useScoringForms();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const open = (key: string | null): void => {
    setOpenKey(key);
    setEditing(key === NEW);
  };
  useKey('back', () => (editing && openKey !== NEW ? setEditing(false) : open(null)), inFront && openKey !== null);
  const chosen = forms.data?.find((form) => keyOf(form) === openKey) ?? null;
  const newest = forms.data?.find(({ formId }) => formId === chosen?.formId) ?? null;
  const create = keeps && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => open(NEW)}>
      {FORMS.create}
    </Button>
  );
  return (
    <>
      <div className="scoring-bar">{create}</div>
      <div className={chosen || editing ? 'scoring-body scoring-body-half' : 'scoring-body'}>
        <div className="scoring-side">
          <Answer query={forms}>
            {(rows) => (
              <div className="scoring-list panel">
                <DataTable
                  label={FORMS.list}
                  className="data-table calls-table"
                  rows={rows}
                  keyOf={keyOf}
                  isChosen={(form) => keyOf(form) === openKey}
                  onChoose={(form) => open(keyOf(form))}
                  empty={<EmptyState text={FORMS.empty} action={create} />}
                  columns={[
                    {
                      head: FORMS.name,
                      render: (form) => (
                        <button type="button" className="calls-open" onClick={() => open(keyOf(form))}>
                          {form.content.name}
                        </button>
                      ),
                    },
                    { head: FORMS.version, kind: 'figure', render: ({ version }) => FORMS.versionOf(version) },
                    {
                      head: FORMS.state,
                      render: ({ state }) => (
                        <Tag tone={state === 'released' ? 'good' : state === 'draft' ? 'accent' : 'neutral'}>
                          {FORM_STATE_NAMES[state]}
                        </Tag>
                      ),
                    },
                    { head: FORMS.inForce, className: 'data-nowrap num', render: inForceText },
                  ]}
                />
              </div>
            )}
          </Answer>
        </div>
        {openKey !== null && editing && (
          <FormEditor
            key={chosen?.formId ?? NEW}
            newest={newest}
            onClose={() => (openKey === NEW ? open(null) : setEditing(false))}
            onSaved={(saved) => open(keyOf(saved))}
          />
        )}
        {chosen && !editing && (
          <FormPane
            key={openKey}
            form={chosen}
            newest={chosen === newest}
            keeps={keeps}
            onEdit={() => setEditing(true)}
            onClose={() => open(null)}
          />
        )}
      </div>
    </>
  );
}

/** Stands for a form that is not there yet. */
const NEW = 'new';

function keyOf({ formId, version }: ScoringForm): string {
  return `${formId} ${version}`;
}

function inForceText({ from, until }: ScoringForm): string {
  if (from === null) return FORMS.none;
  return until === null ? FORMS.since(from) : FORMS.between(from, until);
}
