import type { ReactNode } from 'react';
import { may } from '../../shared/domain/people.ts';
import { useLive } from '../data/live.ts';
import { PhoneChip } from '../features/phone/phone-chip.tsx';
import { QueueCount } from '../features/softphone/queue-count.tsx';
import { SoftphoneBar } from '../features/softphone/softphone-bar.tsx';
import { useNavigation } from './navigation.ts';
import { NoticeBell } from './notice-bell.tsx';
import { screensFor } from './screens.tsx';
import { SyncChip } from './sync-chip.tsx';
import { UserMenu } from './user-menu.tsx';

/** The call in hand for whoever takes calls; for everybody else, where they are. */
export function TopBar(): ReactNode {
  const takesCalls = useLive(({ holder }) => holder !== null && may(holder.actor, 'call.take'));
  return (
    <header className="top-bar">
      {takesCalls ? <SoftphoneBar /> : <Whereabouts />}
      <div className="top-bar-side">
        {takesCalls && <PhoneChip />}
        {takesCalls && <QueueCount />}
        <SyncChip />
        <NoticeBell />
        <UserMenu />
      </div>
    </header>
  );
}

function Whereabouts(): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const centre = useLive((live) => live.centre?.name ?? '');
  const current = useNavigation(({ screen }) => screen);
  const name = actor && screensFor(actor).find(({ id }) => id === current)?.name;
  return (
    <div className="top-bar-where">
      <h1>{name}</h1>
      <span className="muted ellipsis">{centre}</span>
    </div>
  );
}
