import '../acts/acts.css';
import type { ReactNode } from 'react';
import { may } from '../../../shared/domain/people.ts';
import type { Pack } from '../../../shared/policy/pack.ts';
import { useLive } from '../../data/live.ts';
import { PackUpdate } from './pack-update.tsx';
import { SAYS, VERSIONS } from './text.ts';
import { VersionCompare } from './version-compare.tsx';

/** Which versions of the rules there were, what changed between them, and what that does to running orders. */
export function VersionsView({ pack, own, active }: { pack: Pack; own: boolean; active: boolean }): ReactNode {
  const keeps = useLive(({ session }) => session !== null && may(session.actor, 'settings.manage'));
  return (
    <section className="rules-section" aria-label={VERSIONS.title}>
      <header className="rules-head">
        <h2>{VERSIONS.title}</h2>
      </header>
      <section className="rules-part" aria-label={VERSIONS.remarks}>
        <h3>{VERSIONS.remarks}</h3>
        <ul>
          {pack.changes
            .toSorted((left, right) => right.version - left.version)
            .map(({ version, date, text }) => (
              <li key={version}>
                <span className="num">{SAYS.change(version, date)}</span> {text}
              </li>
            ))}
        </ul>
      </section>
      {own ? <VersionCompare /> : <p className="faint">{VERSIONS.otherCity}</p>}
      {own && keeps && <PackUpdate active={active} />}
    </section>
  );
}
