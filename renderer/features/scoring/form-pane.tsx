import { CloseOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { FORM_STATE_NAMES, type ScoringForm } from '../../../shared/domain/scoring/form.ts';
import { beijingDate } from '../../../shared/instant.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useMinute } from '../../data/clock.ts';
import { useDeed } from '../../data/use-deed.ts';
import { FORMS } from './plans-text.ts';
import { SHEET } from './text.ts';

export interface FormPaneProps {
  readonly form: ScoringForm;
  /** There is no later version of it. */
  readonly newest: boolean;
  readonly keeps: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One version of a form, as it is read; by whoever keeps it, put into use and out of it. */
export function FormPane({ form, newest, keeps, onEdit, onClose }: FormPaneProps): ReactNode {
  const { content, version, state } = form;
  return (
    <section className="panel scoring-facts scoring-keep" aria-label={content.name}>
      <header className="scoring-head">
        <b>{content.name}</b>
        <span className="muted num">
          {FORMS.versionOf(version)} · {FORM_STATE_NAMES[state]}
        </span>
        <span className="scoring-head-end">
          {keeps && newest && (
            <Button size="small" onClick={onEdit}>
              {state === 'draft' ? FORMS.edit : FORMS.editReleased}
            </Button>
          )}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={FORMS.close}
            onClick={onClose}
          />
        </span>
      </header>
      {keeps && state !== 'retired' && <Turn form={form} />}
      <p className="muted num">{FORMS.facts(content.passMark, content.vetoCap, content.appealDays)}</p>
      {content.sections.map(({ id, name, weight, items }) => (
        <section key={id} className="scoring-section" aria-label={name}>
          <h3>
            {name} <span className="faint num">{SHEET.weight(weight)}</span>
          </h3>
          {items.map((item) => (
            <div key={item.id} className="scoring-item scoring-line">
              <span className="scoring-item-name">{item.name}</span>
              <span className="scoring-value num">{item.points}</span>
              {item.guide !== '' && <p className="scoring-line-said">{item.guide}</p>}
            </div>
          ))}
        </section>
      ))}
      {content.vetoes.length > 0 && (
        <section className="scoring-section scoring-vetoes" aria-label={SHEET.vetoes}>
          <h3>{SHEET.vetoes}</h3>
          {content.vetoes.map(({ id, name, guide }) => (
            <div key={id} className="scoring-item scoring-line">
              <span className="scoring-item-name">{name}</span>
              {guide !== '' && <p className="scoring-line-said">{guide}</p>}
            </div>
          ))}
        </section>
      )}
    </section>
  );
}

/** 启用 from a day on; 停用, or a draft thrown away, after a second look. */
function Turn({ form }: { form: ScoringForm }): ReactNode {
  const today = beijingDate(useMinute('centre'));
  const [from, setFrom] = useState(today);
  const [asking, setAsking] = useState(false);
  const { busy, failure, act } = useDeed();
  const { formId, version, revision, state } = form;
  const at = { formId, version, revision };
  const draft = state === 'draft';
  const end = (): void => {
    if (asking) void act((desk) => desk.scoring.retireForm(at));
    else setAsking(true);
  };
  return (
    <div className="scoring-buttons">
      {failure && <FailureNote failure={failure} look="line" />}
      {draft && (
        <>
          <DatePicker
            aria-label={FORMS.releaseFrom}
            allowClear={false}
            minDate={dayjs(today)}
            value={dayjs(from)}
            onChange={(day) => day && setFrom(day.format('YYYY-MM-DD'))}
          />
          <Button
            type="primary"
            loading={busy}
            onClick={() => void act((desk) => desk.scoring.releaseForm({ ...at, from }))}
          >
            {FORMS.release}
          </Button>
        </>
      )}
      <Button danger loading={busy} onClick={end}>
        {draft ? (asking ? FORMS.discardSure : FORMS.discard) : asking ? FORMS.retireSure : FORMS.retire}
      </Button>
    </div>
  );
}
