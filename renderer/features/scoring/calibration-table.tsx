import type { ReactNode } from 'react';
import type { CalibrationDetail } from '../../../shared/contract/scoring.ts';
import { itemsOf } from '../../../shared/domain/scoring/form.ts';
import type { Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { CALIBRATION } from './calibration-text.ts';
import { markOf } from './model/sheet-edit.ts';

/** One line of the comparison: an item, the vetoes, the totals, how far each is from the others. */
interface Line {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly ReactNode[];
  readonly reference: ReactNode;
  readonly mean: string;
  readonly spread: string;
  readonly mad: string;
}

/** Everybody's sheet side by side, item by item, with how far apart they are. */
export function CalibrationTable({ detail }: { detail: CalibrationDetail }): ReactNode {
  const { sheets, calibration, deviations } = detail;
  const { reference } = calibration;
  const columns: readonly Column<Line>[] = [
    { head: CALIBRATION.item, kind: 'name', render: ({ name }) => name },
    ...sheets.map(({ inspector }, at): Column<Line> => ({
      key: inspector.accountId,
      head: inspector.name,
      kind: 'figure',
      render: ({ cells }) => cells[at] ?? CALIBRATION.none,
    })),
    ...(reference
      ? [{ head: CALIBRATION.reference, kind: 'figure', render: (line: Line) => <b>{line.reference}</b> } as const]
      : []),
    { head: CALIBRATION.mean, kind: 'figure', render: ({ mean }) => mean },
    { head: CALIBRATION.spread, kind: 'figure', render: ({ spread }) => spread },
    { head: CALIBRATION.deviation, kind: 'figure', render: ({ mad }) => mad },
  ];
  return (
    <div className="scoring-compare">
      <DataTable<Line>
        label={CALIBRATION.sheets}
        rows={linesOf(detail)}
        keyOf={({ key }) => key}
        columns={columns}
        rowClassName={({ key }) => (key.startsWith(' ') ? 'reports-total' : undefined)}
      />
      {deviations && (
        <p className="muted num" title={CALIBRATION.agreementSays}>
          {CALIBRATION.overall} {figure(deviations.kappa, 2)} · {CALIBRATION.agreementSays}
        </p>
      )}
    </div>
  );
}

function linesOf({ sheets, form, calibration, deviations }: CalibrationDetail): Line[] {
  const { reference } = calibration;
  const byItem = new Map(deviations?.items.map((item) => [item.itemId, item]));
  const byPerson = new Map(deviations?.inspectors.map((person) => [person.inspectorId, person]));
  const blank = { reference: '', mean: '', spread: '', mad: '' };
  const items = itemsOf(form.content).map(({ id, name, points }): Line => {
    const item = byItem.get(id);
    return {
      key: id,
      name: `${name}（${points}）`,
      cells: sheets.map(({ sheet }) => (
        <Given
          key={id}
          sheet={sheet}
          itemId={id}
          from={reference ? pointsIn(reference.sheet, id) : (item?.mean ?? null)}
        />
      )),
      reference: reference ? <Given sheet={reference.sheet} itemId={id} from={null} /> : '',
      mean: figure(item?.mean, 1),
      spread: item?.lowest === undefined ? CALIBRATION.none : `${figure(item.lowest, 1)}–${figure(item.highest, 1)}`,
      mad: figure(item?.mad, 1),
    };
  });
  const vetoNames = (sheet: Sheet): string =>
    form.content.vetoes
      .filter(({ id }) => sheet.vetoes.some(({ vetoId }) => vetoId === id))
      .map(({ name }) => name)
      .join('、') || CALIBRATION.none;
  return [
    ...items,
    {
      ...blank,
      key: 'vetoes',
      name: CALIBRATION.vetoes,
      cells: sheets.map(({ sheet }) => vetoNames(sheet)),
      reference: reference ? vetoNames(reference.sheet) : '',
    },
    {
      ...blank,
      key: ' total',
      name: CALIBRATION.total,
      cells: sheets.map(({ result }) => result.total.toFixed(1)),
      reference: reference?.result.total.toFixed(1),
      mean: figure(deviations?.total?.mean, 1),
      mad: figure(deviations?.total?.mad, 1),
    },
    {
      ...blank,
      key: ' difference',
      name: deviations?.from === 'reference' ? CALIBRATION.difference : CALIBRATION.differenceMean,
      cells: sheets.map(({ inspector }) => signed(byPerson.get(inspector.accountId)?.total)),
    },
    ...(reference
      ? [
          {
            ...blank,
            key: ' kappa',
            name: CALIBRATION.agreement,
            cells: sheets.map(({ inspector }) => figure(byPerson.get(inspector.accountId)?.kappa, 2)),
          },
        ]
      : []),
  ];
}

function pointsIn(sheet: Sheet, itemId: string): number | null {
  return markOf(sheet, itemId)?.points ?? null;
}

/** Points a person gave; those that stand apart from the reference or the mean are told by weight and colour. */
function Given({ sheet, itemId, from }: { sheet: Sheet; itemId: string; from: number | null }): ReactNode {
  const mark = markOf(sheet, itemId);
  if (!mark) return CALIBRATION.none;
  if (mark.points === null) return <span className="faint">{CALIBRATION.notApplying}</span>;
  const apart = from !== null && Math.abs(mark.points - from) >= 1;
  return (
    <span title={mark.remark} className={apart ? 'scoring-apart' : undefined}>
      {mark.points}
    </span>
  );
}

function figure(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? CALIBRATION.none : value.toFixed(digits);
}

function signed(value: number | undefined): string {
  if (value === undefined) return CALIBRATION.none;
  return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
}
