import type { ReactNode } from 'react';
import { useLive } from '../data/live.ts';
import { KeyHint, useChord, useKey } from '../keys/keys.ts';
import { useNavigation } from './navigation.ts';
import { railFor, type Screen } from './screens.tsx';

/** The way between screens. */
export function Rail(): ReactNode {
  const refused = useLive(({ sync }) => sync?.refused ?? 0);
  const demo = useLive(({ centre }) => centre?.demo ?? false);
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  return (
    <nav className={`rail ${demo ? 'rail-demo' : ''}`} aria-label="主导航">
      {demo ? (
        <span className="rail-demo-mark" title="演示环境：数据为虚构，不得用于真实受理">
          演示
        </span>
      ) : (
        <span className="rail-mark num" aria-hidden>
          12345
        </span>
      )}
      <ul className="rail-list">
        {actor &&
          railFor(actor).map((screen) => (
            <RailItem key={screen.id} screen={screen} count={screen.id === 'sync' ? refused : 0} />
          ))}
      </ul>
    </nav>
  );
}

function RailItem({ screen, count }: { screen: Screen; count: number }): ReactNode {
  const { id, name, icon, action, low } = screen;
  const current = useNavigation((navigation) => navigation.screen === id);
  const go = useNavigation((navigation) => navigation.go);
  const chord = useChord(action);
  useKey(action, () => go(id));
  return (
    <li className={low ? 'rail-low' : undefined}>
      <button
        type="button"
        className={`rail-item key-host ${current ? 'rail-item-current' : ''} ${name.length > 3 ? 'rail-item-long' : ''}`}
        aria-current={current ? 'page' : undefined}
        aria-label={count > 0 ? `${name}，${count} 件需处理` : name}
        title={`${name}（${chord}）`}
        onClick={() => go(id)}
      >
        <span className="rail-icon" aria-hidden>
          {icon}
        </span>
        {name}
        {count > 0 && (
          <span className="rail-count num" aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
        )}
        <KeyHint action={action} />
      </button>
    </li>
  );
}
