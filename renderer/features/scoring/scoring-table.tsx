import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { ScoringRow } from '../../../shared/domain/scoring/scoring.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { DueTime, RelativeTime } from '../../components/relative-time.tsx';
import { RemainingTime } from '../../components/remaining-time.tsx';
import { duration } from '../../components/times.ts';
import { useDesk } from '../../data/use-desk.ts';
import { writingsOf } from '../../data/writings.ts';
import { ScoringStateTag } from './scoring-state.tsx';
import { PANE, sourceText, TASKS } from './text.ts';

export interface ScoringTableProps {
  readonly label: string;
  readonly rows: readonly ScoringRow[];
  readonly openId: string | null;
  /** Another stands beside it: only what tells one row from the other. */
  readonly narrow: boolean;
  /** One's own scores say nothing of whose call it was. */
  readonly own?: boolean;
  /** What waits there is a decision, which has no limit. */
  readonly appeals?: boolean;
  readonly empty: ReactNode;
  readonly onOpen: (row: ScoringRow) => void;
}

/** Scorings, one a line; up and down go from one to the next, Enter opens. */
export function ScoringTable({
  label,
  rows,
  openId,
  narrow,
  own = false,
  appeals = false,
  empty,
  onOpen,
}: ScoringTableProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useRowFocus(box, openId);
  const begun = useStore(writingsOf(useDesk()), ({ pages }) => Object.keys(pages).join(' '));
  const at: Column<ScoringRow> = {
    head: TASKS.at,
    className: 'data-nowrap',
    render: (row) => (
      <button type="button" className="calls-open" data-scoring={row.id} onClick={() => onOpen(row)}>
        <RelativeTime at={row.call.startedAt} />
      </button>
    ),
  };
  const agent: Column<ScoringRow> = {
    head: TASKS.agent,
    className: 'data-nowrap',
    render: (row) => `${row.agent.jobNumber} ${row.agent.name}`,
  };
  const state: Column<ScoringRow> = {
    head: TASKS.state,
    className: 'data-nowrap',
    render: (row) => (
      <ScoringStateTag
        state={row.state === 'open' && begun.split(' ').includes(`score/${row.id}`) ? 'draft' : row.state}
      />
    ),
  };
  const total: Column<ScoringRow> = {
    head: TASKS.total,
    kind: 'figure',
    render: ({ result }) => (result ? <b>{result.total.toFixed(1)}</b> : <span className="faint">—</span>),
  };
  const whose = own ? [] : [agent];
  const due: Column<ScoringRow> = { head: TASKS.due, className: 'data-nowrap', render: (row) => <Due row={row} /> };
  const until: Column<ScoringRow> = {
    head: PANE.appealUntil,
    className: 'data-nowrap',
    render: (row) => <AppealUntil row={row} />,
  };
  const columns: readonly Column<ScoringRow>[] = narrow
    ? [at, ...whose, state, ...(own ? [total] : [])]
    : [
        at,
        ...whose,
        { head: TASKS.length, kind: 'figure', render: ({ call }) => duration(call.seconds * 1000) },
        { head: TASKS.reason, className: 'data-nowrap', render: ({ source }) => sourceText(source) },
        { head: TASKS.form, render: ({ formName }) => formName },
        {
          head: TASKS.inspector,
          className: 'data-nowrap',
          render: ({ inspector }) => inspector?.name ?? <span className="faint">{TASKS.nobody}</span>,
        },
        state,
        total,
        ...(appeals ? [] : [own ? until : due]),
      ];
  return (
    <div ref={box} className="scoring-list panel" role="presentation" onKeyDown={moveAmong}>
      <DataTable
        label={label}
        className="data-table calls-table"
        rows={rows}
        keyOf={({ id }) => id}
        isChosen={({ id }) => id === openId}
        onChoose={onOpen}
        empty={empty}
        columns={columns}
      />
    </div>
  );
}

/** The hand goes back to the row that was closed; whoever comes by keys alone is on the first row. */
function useRowFocus(box: RefObject<HTMLElement | null>, openId: string | null): void {
  const before = useRef(openId);
  useEffect(() => {
    const closed = openId === null ? before.current : null;
    before.current = openId;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (openId !== null || !lost) return;
    const row = closed === null ? '.calls-open' : `[data-scoring="${closed}"]`;
    box.current?.querySelector<HTMLElement>(row)?.focus();
  }, [box, openId]);
}

function Due({ row: { state, due } }: { row: ScoringRow }): ReactNode {
  if (due === null || (state !== 'open' && state !== 'draft')) return <span className="faint">—</span>;
  return <RemainingTime due={due} />;
}

/** Only while there is something to be done: what has been taken or decided has no end any more. */
function AppealUntil({ row: { state, appealUntil } }: { row: ScoringRow }): ReactNode {
  if (appealUntil === null || state !== 'submitted') return <span className="faint">—</span>;
  return <DueTime due={appealUntil} />;
}

function moveAmong(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.calls-open')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
