import { listModels } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { Table } from '../../shared/contract/desk.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { readyModels } from '../knowledge/models.ts';
import { createSuggester, type Suggester } from '../knowledge/suggest.ts';
import { unforeseen } from '../threads/protocol.ts';
import type { Reference } from './reference.ts';

/** What is suggested while the operator types, by what the replica says of subjects and units and by what was learned. */
export interface Knowledge {
  suggester(): Suggester;
  forget(tables: readonly Table[]): void;
}

export interface KnowledgeSource {
  readonly replica: () => ReadableDb;
  readonly reference: Reference;
  readonly segment: () => Segment;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
}

export function makeKnowledge({ replica, reference, segment, log }: KnowledgeSource): Knowledge {
  let suggester: Suggester | null = null;
  const models = () =>
    readyModels(listModels(replica()), (error) => log({ event: 'model not understood', ...unforeseen(error) }));
  return {
    suggester: () => {
      if (suggester) return suggester;
      suggester = createSuggester({ segment: segment() });
      suggester.setSubjects(reference.subjects());
      suggester.setUnits(reference.units());
      suggester.setModels(models());
      return suggester;
    },
    forget: (tables) => {
      if (tables.includes('subjects')) suggester?.setSubjects(reference.subjects());
      if (tables.includes('units')) suggester?.setUnits(reference.units());
      if (tables.includes('models')) suggester?.setModels(models());
    },
  };
}
