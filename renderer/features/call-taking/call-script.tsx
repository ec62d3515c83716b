import type { ReactNode } from 'react';
import { useLive } from '../../data/live.ts';
import { useRules } from '../../data/rules.ts';
import { SCRIPT } from './text.ts';

/** What the city's text has an operator say and leave unsaid, above the form they write in. Z4, J14, H19. */
export function CallScript(): ReactNode {
  const pack = useRules()?.pack;
  const jobNumber = useLive(({ session }) => session?.actor.jobNumber ?? '');
  if (!pack || pack.callScript.length === 0) return null;
  return (
    <ul className="ct-script" aria-label={SCRIPT.title}>
      {pack.callScript.map(({ say, article }) => (
        <li key={say} title={article}>
          {say.replace('{jobNumber}', jobNumber)}
        </li>
      ))}
    </ul>
  );
}
