import { useState } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { KNOWLEDGE_COMMAND_NAMES, type KnowledgeCommand } from '../../../shared/domain/knowledge/commands.ts';
import type { Failure } from '../../../shared/failure.ts';
import { msOf } from '../../../shared/instant.ts';
import { useSaved } from '../../app/saved.ts';
import { clockTimeSeconds } from '../../components/times.ts';
import { useDeed } from '../../data/use-deed.ts';
import { TEXT } from './text.ts';

/** Says things about knowledge, one after the other, and knows how the last one ended. */
export interface DeskCommand {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** `知识送审，已存本机 10:42:07`; empty before anything was said. */
  readonly done: string;
  /** @returns whether it was saved */
  readonly say: (command: KnowledgeCommand, id?: OrderId | null) => Promise<boolean>;
  readonly clear: () => void;
}

export function useDeskCommand(): DeskCommand {
  const saved = useSaved((state) => state.saved);
  const { busy, failure, act, clear } = useDeed();
  const [done, setDone] = useState('');
  return {
    busy,
    failure,
    done,
    clear: () => {
      clear();
      setDone('');
    },
    say: (command, id = null) =>
      act(async ({ knowledgeDesk }) => {
        const { savedAt } = await knowledgeDesk.submit({ id, command });
        saved(savedAt);
        setDone(TEXT.done(KNOWLEDGE_COMMAND_NAMES[command.type], clockTimeSeconds(msOf(savedAt))));
      }),
  };
}
