import type { ReactNode } from 'react';
import type { FormContent } from '../../../shared/domain/scoring/form.ts';
import { sectionScores, type Mark, type Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { markOf } from './model/sheet-edit.ts';
import { RowName } from './row-name.tsx';
import { Place, type Said } from './said.tsx';
import { ScoredSection } from './scored-section.tsx';
import { SHEET } from './text.ts';

export interface SheetViewProps {
  readonly form: FormContent;
  readonly sheet: Sheet;
  /** As it was handed in, where an appeal has changed it. */
  readonly first: Sheet | null;
  readonly about: readonly string[];
  readonly onSeek: (seconds: number) => void;
}

/** A score as it was given: what was lost, why, and where that can be heard. */
export function SheetView({ form, sheet, first, about, onSeek }: SheetViewProps): ReactNode {
  const scores = sectionScores(form, sheet);
  return (
    <div className="scoring-form">
      {form.sections.map((section) => (
        <ScoredSection key={section.id} section={section} scores={scores}>
          {section.items.map((item) => {
            const mark = markOf(sheet, item.id);
            const before = first && markOf(first, item.id)?.points;
            const changed = typeof before === 'number' && before !== mark?.points ? before : null;
            return (
              <Line
                key={item.id}
                name={item.name}
                guide={item.guide}
                said={mark}
                appealed={about.includes(item.id)}
                onSeek={onSeek}
              >
                <Points mark={mark} full={item.points} />
                {changed !== null && <span className="scoring-changed num">{SHEET.first(changed)}</span>}
              </Line>
            );
          })}
        </ScoredSection>
      ))}
      {form.vetoes.length > 0 && (
        <section
          className={sheet.vetoes.length > 0 ? 'scoring-section scoring-vetoes' : 'scoring-section'}
          aria-label={SHEET.vetoes}
        >
          <h3>{SHEET.vetoes}</h3>
          {sheet.vetoes.length === 0 && <p className="muted">{SHEET.noVetoes}</p>}
          {form.vetoes
            .filter(({ id }) => sheet.vetoes.some(({ vetoId }) => vetoId === id) || about.includes(id))
            .map(({ id, name, guide }) => (
              <Line
                key={id}
                name={name}
                guide={guide}
                said={sheet.vetoes.find(({ vetoId }) => vetoId === id)}
                appealed={about.includes(id)}
                onSeek={onSeek}
              />
            ))}
        </section>
      )}
      {sheet.comment !== '' && (
        <section className="scoring-section" aria-label={SHEET.comment}>
          <h3>{SHEET.comment}</h3>
          <p>{sheet.comment}</p>
        </section>
      )}
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly guide: string;
  readonly said: Said | undefined;
  readonly appealed: boolean;
  readonly onSeek: (seconds: number) => void;
  readonly children?: ReactNode;
}

function Line({ name, guide, said, appealed, onSeek, children }: LineProps): ReactNode {
  return (
    <div className={`scoring-item scoring-line ${appealed ? 'scoring-item-appealed' : ''}`}>
      <RowName name={name} appealed={appealed} title={guide} />
      <span className="scoring-value">{children}</span>
      {said && (said.remark !== '' || said.atSeconds !== null) && (
        <p className="scoring-line-said">
          {said.atSeconds !== null && <Place at={said.atSeconds} onSeek={onSeek} />} {said.remark}
        </p>
      )}
    </div>
  );
}

function Points({ mark, full }: { mark: Mark | undefined; full: number }): ReactNode {
  if (!mark) return <span className="faint">{SHEET.notMarked}</span>;
  if (mark.points === null) return <span className="faint">{SHEET.notApplying}</span>;
  return (
    <span className="num" data-lost={mark.points < full}>
      <b>{mark.points}</b> <span className="faint">{SHEET.of(full)}</span>
    </span>
  );
}
