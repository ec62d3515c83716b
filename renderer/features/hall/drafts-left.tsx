import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DraftHandover, DraftsLeft } from '../../../shared/domain/draft-handover.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Author } from '../../../shared/domain/people.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useDeed, type Deed } from '../../data/use-deed.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { DRAFT_STATES, DRAFTS } from './drafts-text.ts';

/** 草稿移交: whose drafts stay open, who gets each, and how far that has come. */
export function LeftDrafts(): ReactNode {
  const left = useDeskQuery({ key: ['drafts-left'], tables: ['calls'], run: (desk) => desk.draftHandover.list() });
  const deed = useDeed();
  const act: Deed['act'] = async (work) => {
    const done = await deed.act(work);
    left.refresh();
    return done;
  };
  return (
    <section className="panel hall-drafts" aria-label={DRAFTS.title}>
      <h2 className="panel-title">{DRAFTS.title}</h2>
      <div className="hall-handover-body">
        <p className="muted">{DRAFTS.hint}</p>
        {deed.failure && <FailureNote failure={deed.failure} look="line" />}
        <Answer query={left}>
          {(data) => (
            <>
              <Open left={data} busy={deed.busy} act={act} />
              {data.handed.length > 0 && <Handed left={data} busy={deed.busy} act={act} />}
            </>
          )}
        </Answer>
      </div>
    </section>
  );
}

interface PartProps {
  readonly left: DraftsLeft;
  readonly busy: boolean;
  readonly act: Deed['act'];
}

function Open({ left: { open, colleagues }, busy, act }: PartProps): ReactNode {
  return (
    <DataTable
      label={DRAFTS.open}
      rows={open}
      keyOf={({ id, deskId }) => `${deskId} ${id}`}
      empty={<p>{DRAFTS.none}</p>}
      columns={[
        { head: DRAFTS.person, kind: 'name', render: ({ person }) => nameOf(person) },
        { head: DRAFTS.number, className: 'num data-nowrap', render: ({ number }) => number },
        { head: DRAFTS.since, render: ({ openedAt }) => <RelativeTime at={openedAt} /> },
        { head: DRAFTS.seat, render: ({ deskName }) => deskName },
        {
          head: DRAFTS.taker,
          kind: 'acts',
          render: ({ id, deskId, number, person }) => (
            <Taker
              number={number}
              colleagues={colleagues.filter(({ accountId }) => accountId !== person.accountId)}
              label={DRAFTS.hand}
              name={DRAFTS.handThis(number)}
              busy={busy}
              onName={(to) =>
                void act((desk) => desk.draftHandover.order({ deskId, draftId: id, from: person.accountId, to }))
              }
            />
          ),
        },
      ]}
    />
  );
}

function Handed({ left: { handed, colleagues }, busy, act }: PartProps): ReactNode {
  return (
    <DataTable
      label={DRAFTS.handed}
      rows={handed}
      keyOf={({ id }) => id}
      columns={[
        { head: DRAFTS.number, kind: 'name', className: 'num data-nowrap', render: ({ number }) => number },
        { head: DRAFTS.fromTo, render: ({ from, to }) => DRAFTS.to(nameOf(from), nameOf(to)) },
        { head: DRAFTS.by, render: ({ by }) => by.name },
        {
          head: DRAFTS.state,
          render: ({ state, from, to, since }) => (
            <>
              {DRAFT_STATES[state](from.name, to.name)} <RelativeTime at={since} />
            </>
          ),
        },
        {
          head: DRAFTS.acts,
          kind: 'acts',
          render: (one) =>
            moves(one) && (
              <>
                <Taker
                  number={one.number}
                  colleagues={colleagues.filter(
                    ({ accountId }) => accountId !== one.from.accountId && accountId !== one.to.accountId,
                  )}
                  label={DRAFTS.redirect}
                  name={DRAFTS.redirectThis(one.number)}
                  busy={busy}
                  onName={(to) => void act((desk) => desk.draftHandover.redirect({ id: one.id, to }))}
                />
                {one.state === 'asked' && (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={DRAFTS.cancelThis(one.number)}
                    onClick={() => void act((desk) => desk.draftHandover.cancel({ id: one.id }))}
                  >
                    {DRAFTS.cancel}
                  </Button>
                )}
              </>
            ),
        },
      ]}
    />
  );
}

interface TakerProps {
  readonly number: string;
  readonly colleagues: readonly Author[];
  readonly label: string;
  /** What the button does, to screen readers. */
  readonly name: string;
  readonly busy: boolean;
  readonly onName: (to: AccountId) => void;
}

/** Who gets it, then the word for it: a choice alone changes nothing. */
function Taker({ number, colleagues, label, name, busy, onName }: TakerProps): ReactNode {
  const [to, setTo] = useState<AccountId | null>(null);
  return (
    <>
      <Select<AccountId>
        showSearch={{ optionFilterProp: 'label' }}
        size="small"
        className="hall-taker"
        aria-label={DRAFTS.takerOf(number)}
        placeholder={DRAFTS.chooseTaker}
        value={to}
        options={colleagues.map((person) => ({ value: person.accountId, label: nameOf(person) }))}
        onChange={setTo}
      />
      <Button size="small" disabled={busy || to === null} aria-label={name} onClick={() => to !== null && onName(to)}>
        {label}
      </Button>
    </>
  );
}

function moves({ state }: DraftHandover): boolean {
  return state === 'asked' || state === 'given';
}

function nameOf({ jobNumber, name }: Author): string {
  return `${jobNumber} ${name}`;
}
