import '../acts/acts.css';
import { SwapOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Handover } from '../../../shared/hall/handover.ts';
import { msOf } from '../../../shared/instant.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { relativeTime } from '../../components/times.ts';
import { useMinute } from '../../data/clock.ts';
import { useDeed } from '../../data/use-deed.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { createActDraft, giveDraft } from '../acts/act-draft.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { LeftDrafts } from './drafts-left.tsx';
import { HANDOVER } from './handover-text.ts';
import { ShiftFacts } from './shift-facts.tsx';

const useGiving = createActDraft('hall.give', { open: z.string(), promised: z.string() });
const useTaking = createActDraft('hall.take', { remark: z.string() });

/** 交接班: what is open and promised, signed by whoever leaves and by whoever takes over. */
export function HandoverView({ self }: { self: AccountId }): ReactNode {
  const minute = useMinute();
  const {
    data: state,
    failure,
    refresh,
  } = useDeskQuery({
    key: ['hall-shift', minute],
    tables: ['calls'],
    run: (desk) => desk.hall.shift(),
    keepAcrossKeys: true,
  });
  const { data: past } = useDeskQuery({
    key: ['hall-handovers'],
    tables: ['calls'],
    run: (desk) => desk.hall.handovers(),
  });
  if (failure) return <FailureNote failure={failure} onRetry={refresh} />;
  if (!state || !past) return <EmptyState text={HANDOVER.loading} icon={<SwapOutlined />} />;
  const open = past.find(({ takenBy }) => takenBy === null);
  return (
    <div className="hall-handover">
      <section className="panel" aria-label={HANDOVER.title}>
        <h2 className="panel-title">{open ? HANDOVER.waitsFor : HANDOVER.state}</h2>
        <div className="hall-handover-body">
          {open ? <Take handover={open} self={self} /> : <Give facts={<ShiftFacts state={state} now={minute} />} />}
        </div>
      </section>
      <LeftDrafts />
      <section className="panel hall-past-list" aria-label={HANDOVER.history}>
        <h2 className="panel-title">{HANDOVER.history}</h2>
        <div className="hall-handover-body">
          {past.length === 0 && <p className="muted">{HANDOVER.noHistory}</p>}
          {past.map((one) => (
            <Past key={one.id} handover={one} />
          ))}
        </div>
      </section>
    </div>
  );
}

function Give({ facts }: { facts: ReactNode }): ReactNode {
  const { busy, failure, act } = useDeed();
  const draft = useGiving('shift', { open: '', promised: '' });
  const { values, edit } = draft;
  return (
    <>
      {facts}
      <DraftNotes draft={draft} />
      <Words label={HANDOVER.open} hint={HANDOVER.openHint} value={values.open} onChange={(open) => edit({ open })} />
      <Words
        label={HANDOVER.promised}
        hint={HANDOVER.promisedHint}
        value={values.promised}
        onChange={(promised) => edit({ promised })}
      />
      {failure && <FailureNote failure={failure} look="line" />}
      <Button
        type="primary"
        loading={busy}
        onClick={() => void act((desk) => giveDraft(desk, draft, () => desk.hall.give(values)))}
      >
        {HANDOVER.give}
      </Button>
    </>
  );
}

function Take({ handover, self }: { handover: Handover; self: AccountId }): ReactNode {
  const { busy, failure, act } = useDeed();
  const now = useMinute();
  const { id, givenBy } = handover;
  const draft = useTaking(id, { remark: '' });
  const { values, edit } = draft;
  return (
    <>
      <Past handover={handover} />
      <ShiftFacts state={handover.state} now={now} />
      {givenBy.accountId === self ? (
        <p className="muted">{HANDOVER.ownWaits}</p>
      ) : (
        <>
          <DraftNotes draft={draft} />
          <Words label={HANDOVER.remark} hint="" value={values.remark} onChange={(remark) => edit({ remark })} />
          {failure && <FailureNote failure={failure} look="line" />}
          <Button
            type="primary"
            loading={busy}
            onClick={() => void act((desk) => giveDraft(desk, draft, () => desk.hall.take({ id, ...values })))}
          >
            {HANDOVER.take}
          </Button>
        </>
      )}
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Words({ label, hint, value, onChange }: WordsProps): ReactNode {
  return (
    <label className="hall-field">
      {label}
      <Input.TextArea
        aria-label={label}
        placeholder={hint}
        rows={3}
        maxLength={500}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

function Past({ handover }: { handover: Handover }): ReactNode {
  const now = useMinute();
  const { givenBy, givenAt, takenBy, takenAt, open, promised, remark } = handover;
  const lines = [
    [HANDOVER.open, open],
    [HANDOVER.promised, promised],
    [HANDOVER.remark, remark],
  ] as const;
  return (
    <article className="hall-past">
      <p>
        <strong>{HANDOVER.given(givenBy.name, relativeTime(msOf(givenAt), now))}</strong> ·{' '}
        {takenBy && takenAt ? HANDOVER.taken(takenBy.name, relativeTime(msOf(takenAt), now)) : HANDOVER.waitsFor}
      </p>
      {lines
        .filter(([, words]) => words !== '')
        .map(([name, words]) => (
          <p key={name}>
            <span className="muted">{name}：</span>
            {words}
          </p>
        ))}
    </article>
  );
}
