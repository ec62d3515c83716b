import type { Table } from '../../shared/contract/desk.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { createSuggester, type Suggester } from '../knowledge/suggest.ts';
import type { Reference } from './reference.ts';

/** What is suggested while the operator types, by what the replica says of subjects and units. */
export interface Knowledge {
  suggester(): Suggester;
  forget(tables: readonly Table[]): void;
}

export interface KnowledgeSource {
  readonly reference: Reference;
  readonly segment: () => Segment;
}

export function makeKnowledge({ reference, segment }: KnowledgeSource): Knowledge {
  let suggester: Suggester | null = null;
  return {
    suggester: () => {
      if (suggester) return suggester;
      suggester = createSuggester({ segment: segment() });
      suggester.setSubjects(reference.subjects());
      suggester.setUnits(reference.units());
      return suggester;
    },
    forget: (tables) => {
      if (tables.includes('subjects')) suggester?.setSubjects(reference.subjects());
      if (tables.includes('units')) suggester?.setUnits(reference.units());
    },
  };
}
