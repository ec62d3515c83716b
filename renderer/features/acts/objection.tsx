import type { ReactNode } from 'react';
import { FailureNote } from '../../components/failure-note.tsx';
import { useKey } from '../../keys/keys.ts';
import type { Failure } from '../../../shared/failure.ts';

export interface ObjectionProps {
  readonly objection: Failure;
  readonly inFront: boolean;
  readonly onClose: () => void;
}

/** Why an act asked for by its key can't be done now. */
export function Objection({ objection, inFront, onClose }: ObjectionProps): ReactNode {
  useKey('back', onClose, inFront);
  return <FailureNote failure={objection} />;
}
