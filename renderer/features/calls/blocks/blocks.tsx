import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Block } from '../../../../shared/domain/calls/block.ts';
import { may } from '../../../../shared/domain/people.ts';
import { Answer } from '../../../components/answer.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { ListSkeleton } from '../../../components/skeletons.tsx';
import { Tag } from '../../../components/tags.tsx';
import { useLive } from '../../../data/live.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { BLOCK_STATE_NAMES, BLOCKS, SETTINGS } from '../text.ts';
import { DecideBlockDialog, LiftBlockDialog } from './decide-block-dialog.tsx';
import { ProposeBlockDialog } from './propose-block-dialog.tsx';

const TONES = { proposed: 'warn', active: 'bad', declined: 'neutral', ended: 'neutral' } as const;

/** 黑名单: proposed by one, consented to by another, each with an end. T17. */
export function Blocks(): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const decides = actor !== null && may(actor, 'hall.control');
  const [asked, setAsked] = useState<{ what: 'propose' } | { what: 'decide' | 'lift'; block: Block } | null>(null);
  const close = (): void => setAsked(null);
  const list = useDeskQuery({
    key: ['call-blocks'],
    tables: ['calls'],
    run: ({ calls }) => calls.blocks(),
    enabled: actor !== null && (decides || may(actor, 'call.take')),
  });
  return (
    <>
      <div className="calls-settings-part">
        <h2>{SETTINGS.sections.blocks}</h2>
        <p className="faint">{BLOCKS.hint}</p>
        <Button onClick={() => setAsked({ what: 'propose' })}>{BLOCKS.propose}</Button>
      </div>
      <Answer query={list} skeleton={<ListSkeleton rows={3} height={36} />}>
        {(blocks) => (
          <DataTable
            label={SETTINGS.sections.blocks}
            className="data-table calls-table"
            rows={blocks}
            keyOf={({ id }) => id}
            empty={<EmptyState text={BLOCKS.none} />}
            columns={[
              { head: BLOCKS.number, className: 'num', render: ({ number }) => number },
              {
                head: BLOCKS.state,
                render: ({ state }) => <Tag tone={TONES[state]}>{BLOCK_STATE_NAMES[state]}</Tag>,
              },
              {
                head: BLOCKS.reason,
                className: 'calls-wrap',
                render: ({ reason, note }) => (
                  <>
                    {reason}
                    {note && <p className="faint">{note}</p>}
                  </>
                ),
              },
              {
                head: BLOCKS.proposedBy,
                render: ({ proposedBy, proposedAt }) => (
                  <>
                    {proposedBy.name} <RelativeTime at={proposedAt} />
                  </>
                ),
              },
              { head: BLOCKS.decidedBy, render: ({ decidedBy }) => decidedBy?.name ?? '—' },
              { head: BLOCKS.until, render: ({ until }) => (until ? <RelativeTime at={until} /> : '—') },
              { head: BLOCKS.turnedAway, className: 'num', render: ({ turnedAway }) => BLOCKS.times(turnedAway) },
              {
                head: BLOCKS.act,
                kind: 'acts',
                render: (block) => (
                  <>
                    {decides && block.state === 'proposed' && (
                      <Button size="small" type="primary" onClick={() => setAsked({ what: 'decide', block })}>
                        {BLOCKS.decide}
                      </Button>
                    )}
                    {decides && block.state === 'active' && (
                      <Button size="small" onClick={() => setAsked({ what: 'lift', block })}>
                        {BLOCKS.lift}
                      </Button>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </Answer>
      {asked?.what === 'propose' && <ProposeBlockDialog callId={null} onClose={close} />}
      {asked?.what === 'decide' && <DecideBlockDialog block={asked.block} onClose={close} />}
      {asked?.what === 'lift' && <LiftBlockDialog block={asked.block} onClose={close} />}
    </>
  );
}
