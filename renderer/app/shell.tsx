import { Activity, useState, type ReactNode } from 'react';
import type { DeskSession } from '../../shared/contract/desk.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { useLive } from '../data/live.ts';
import { HelpAlarm } from '../features/floor/help-alarm.tsx';
import { HallAlarm } from '../features/hall/hall-alarm.tsx';
import { HeadsetButton } from '../features/phone/headset-button.tsx';
import { PhoneRunner } from '../features/phone/phone-runner.tsx';
import { UnsentScores } from '../features/scoring/use-written-score.ts';
import { SignInAgain } from '../features/session/sign-in-again.tsx';
import { Wall } from '../features/wall/wall.tsx';
import { useWallMode } from '../features/wall/wall-mode.ts';
import { useIncomingCall } from '../features/softphone/incoming.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeyList } from './key-list.tsx';
import { useNavigation, type ScreenId } from './navigation.ts';
import { NoticeArea } from './notice-area.tsx';
import { Rail } from './rail.tsx';
import { screensFor } from './screens.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

/** Everything that is always in sight, and the screen in front. */
export function Shell({ holder }: { holder: DeskSession }): ReactNode {
  const session = useLive((live) => live.session);
  const [asked, setAsked] = useState(false);
  useIncomingCall();
  const goneOnline = session?.kind === 'online';
  const wall = useWallMode(({ on }) => on) && may(holder.actor, 'hall.view');
  return (
    <div className="shell">
      <Rail />
      <TopBar />
      <Screens actor={holder.actor} />
      <StatusBar onSignInAgain={() => setAsked(true)} />
      <NoticeArea />
      <HelpAlarm />
      <HallAlarm />
      <PhoneRunner />
      {may(holder.actor, 'scoring.score') && <UnsentScores />}
      <HeadsetButton />
      <KeyList />
      {wall && <Wall />}
      {!session && <SignInAgain holder={holder} />}
      {session && asked && !goneOnline && <SignInAgain holder={holder} onClose={() => setAsked(false)} />}
    </div>
  );
}

/**
 * A screen once opened stays, hidden behind the one in front: what was typed, scrolled and chosen there is there on
 * return, while its keys and subscriptions sleep.
 */
function Screens({ actor }: { actor: Actor }): ReactNode {
  const current = useNavigation((navigation) => navigation.screen);
  const [opened, setOpened] = useState<ReadonlySet<ScreenId>>(new Set([current]));
  if (!opened.has(current)) setOpened(new Set([...opened, current]));
  const shown = screensFor(actor).filter(({ id }) => opened.has(id));
  return (
    <main className="shell-main">
      {shown.map(({ id, name, View }) => (
        <Activity key={id} mode={id === current ? 'visible' : 'hidden'}>
          <div className="screen" data-screen={id}>
            <ErrorBoundary name={name}>
              <View />
            </ErrorBoundary>
          </div>
        </Activity>
      ))}
    </main>
  );
}
