import { Input } from 'antd';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { itemsOf, type FormContent } from '../../../shared/domain/scoring/form.ts';
import { sectionScores, type Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { useKey } from '../../keys/keys.ts';
import { ItemRow } from './item-row.tsx';
import { markOf, stopsOf, withMark, withoutMark, withVeto } from './model/sheet-edit.ts';
import { STEP_SECONDS, type PlayerHandle } from './player.tsx';
import { ScoredSection } from './scored-section.tsx';
import { SHEET } from './text.ts';
import type { RowActs } from './use-row.ts';
import { VetoRow } from './veto-row.tsx';

export interface SheetFormProps {
  readonly form: FormContent;
  readonly sheet: Sheet;
  readonly onSheet: (sheet: Sheet) => void;
  readonly player: RefObject<PlayerHandle | null>;
  /** Items and vetoes an appeal is about. */
  readonly about: readonly string[];
  readonly tried: boolean;
  readonly inFront: boolean;
}

/** A form being filled in from top to bottom without the hand leaving the keys. */
export function SheetForm({ form, sheet, onSheet, player, about, tried, inFront }: SheetFormProps): ReactNode {
  const stops = stopsOf(form);
  const [on, setOn] = useState(stops[0]?.id ?? '');
  const box = useRef<HTMLDivElement>(null);
  const scores = sectionScores(form, sheet);
  const focusOn = (id: string | undefined): void => {
    if (id === undefined) box.current?.querySelector<HTMLElement>('textarea')?.focus();
    else box.current?.querySelector<HTMLElement>(`[data-stop="${id}"]`)?.focus();
  };
  const actsOf = (id: string): RowActs => ({
    onFocus: () => setOn(id),
    onStep: (by) => {
      const at = stops.findIndex((stop) => stop.id === id) + by;
      if (at >= 0) focusOn(stops[at]?.id);
    },
    onToggle: () => player.current?.toggle(),
    onSkip: (by) => player.current?.moveBy(by * STEP_SECONDS),
    onSeek: (seconds) => player.current?.seek(seconds),
    now: () => player.current?.now() ?? null,
  });
  const place = (): void => {
    const atSeconds = player.current?.now() ?? null;
    const item = itemsOf(form).find(({ id }) => id === on);
    if (item) onSheet(withMark(sheet, on, item.points, { atSeconds }));
    else if (sheet.vetoes.some(({ vetoId }) => vetoId === on)) onSheet(withVeto(sheet, on, { atSeconds }));
  };
  useKey('scorePlace', place, inFront);
  return (
    <div className="scoring-form" ref={box}>
      <p className="faint">{SHEET.help}</p>
      {form.sections.map((section) => (
        <ScoredSection key={section.id} section={section} scores={scores}>
          {section.items.map((item) => (
            <ItemRow
              key={item.id}
              item={item}
              mark={markOf(sheet, item.id)}
              tried={tried}
              tabStop={on === item.id}
              appealed={about.includes(item.id)}
              onMark={(part) =>
                onSheet(part === null ? withoutMark(sheet, item.id) : withMark(sheet, item.id, item.points, part))
              }
              {...actsOf(item.id)}
            />
          ))}
        </ScoredSection>
      ))}
      {form.vetoes.length > 0 && (
        <section className="scoring-section scoring-vetoes" aria-label={SHEET.vetoes}>
          <h3>
            {SHEET.vetoes} <span className="faint">{SHEET.vetoesHint(form.vetoCap)}</span>
          </h3>
          {form.vetoes.map((veto) => (
            <VetoRow
              key={veto.id}
              veto={veto}
              mark={sheet.vetoes.find(({ vetoId }) => vetoId === veto.id)}
              tried={tried}
              tabStop={on === veto.id}
              appealed={about.includes(veto.id)}
              onMark={(part) => onSheet(withVeto(sheet, veto.id, part))}
              {...actsOf(veto.id)}
            />
          ))}
        </section>
      )}
      <label className="scoring-comment">
        {SHEET.comment}
        <Input.TextArea
          aria-label={SHEET.comment}
          placeholder={SHEET.commentHint}
          rows={2}
          maxLength={1000}
          value={sheet.comment}
          onChange={({ target }) => onSheet({ ...sheet, comment: target.value })}
        />
      </label>
    </div>
  );
}
