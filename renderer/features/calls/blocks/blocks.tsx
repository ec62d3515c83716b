import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Block } from '../../../../shared/domain/calls/block.ts';
import { may } from '../../../../shared/domain/people.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
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
  const { data, failure, refresh } = useDeskQuery({
    key: ['call-blocks'],
    tables: ['calls'],
    run: ({ calls }) => calls.blocks(),
    enabled: actor !== null && (decides || may(actor, 'call.take')),
  });
  return (
    <>
      <p className="faint">{BLOCKS.hint}</p>
      <Button onClick={() => setAsked({ what: 'propose' })}>{BLOCKS.propose}</Button>
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {!data && !failure && <ListSkeleton rows={3} height={36} />}
      {data?.length === 0 && <EmptyState text={BLOCKS.none} />}
      {data && data.length > 0 && (
        <table className="calls-table" aria-label={SETTINGS.sections.blocks}>
          <thead>
            <tr>
              {[
                BLOCKS.number,
                BLOCKS.state,
                BLOCKS.reason,
                BLOCKS.proposedBy,
                BLOCKS.decidedBy,
                BLOCKS.until,
                BLOCKS.turnedAway,
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col" className="calls-acts">
                {BLOCKS.act}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((block) => (
              <tr key={block.id}>
                <td className="num">{block.number}</td>
                <td>
                  <Tag tone={TONES[block.state]}>{BLOCK_STATE_NAMES[block.state]}</Tag>
                </td>
                <td className="calls-wrap">
                  {block.reason}
                  {block.note && <p className="faint">{block.note}</p>}
                </td>
                <td>
                  {block.proposedBy.name} <RelativeTime at={block.proposedAt} />
                </td>
                <td>{block.decidedBy?.name ?? '—'}</td>
                <td>{block.until ? <RelativeTime at={block.until} /> : '—'}</td>
                <td className="num">{BLOCKS.times(block.turnedAway)}</td>
                <td className="calls-acts">
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
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked?.what === 'propose' && <ProposeBlockDialog callId={null} onClose={close} />}
      {asked?.what === 'decide' && <DecideBlockDialog block={asked.block} onClose={close} />}
      {asked?.what === 'lift' && <LiftBlockDialog block={asked.block} onClose={close} />}
    </>
  );
}
