import { useState, type ReactNode } from 'react';
import type { OrderChange } from '../../../shared/contract/office-rules.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useKey } from '../../keys/keys.ts';
import { OrderChanges } from './order-changes.tsx';
import { VERSIONS } from './text.ts';

interface Answer {
  readonly packVersion: number;
  readonly changes: readonly OrderChange[];
  readonly applied: boolean;
}

/** The step to a new version of the rules: nothing moves by itself, a person looks and then says so. */
export function PackUpdate({ active }: { active: boolean }): ReactNode {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { busy, failure, act } = useDeed();
  const waits = answer !== null && !answer.applied && answer.changes.length > 0;

  const ask = (apply: boolean): Promise<boolean> =>
    act(async ({ office }) => setAnswer(await office.packChange({ apply })));
  useKey('primary', () => void ask(waits), active);
  return (
    <section className="rules-part" aria-label={VERSIONS.update}>
      <h3>{VERSIONS.update}</h3>
      <p className="faint">{VERSIONS.updateHint}</p>
      {failure && <FailureNote failure={failure} />}
      {answer && <output className={answer.applied ? 'rules-done' : 'rules-preview'}>{said(answer)}</output>}
      {answer && <OrderChanges changes={answer.changes} />}
      <div className="act-buttons">
        <PrimaryButton loading={busy} onClick={() => void ask(waits)}>
          {waits ? VERSIONS.apply : VERSIONS.look}
        </PrimaryButton>
      </div>
    </section>
  );
}

function said({ packVersion, changes, applied }: Answer): string {
  if (applied) return VERSIONS.applied(changes.length);
  return changes.length === 0 ? VERSIONS.nothing(packVersion) : VERSIONS.wouldMove(changes.length, packVersion);
}
