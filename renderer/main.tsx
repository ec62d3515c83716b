import { createRoot, type Root } from 'react-dom/client';
import { App, Look } from './app/app.tsx';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { ShellSkeleton } from './app/shell-skeleton.tsx';
import { StartFailure } from './app/start-failure.tsx';
import { followHome } from './app/home.ts';
import { failureOf } from './data/failure-of.ts';
import { followStation } from './data/follow-station.ts';
import { usePreferences } from './data/preferences.ts';
import { HostProvider } from './data/use-desk.ts';
import { connectHost } from './host.ts';
import { listenToKeys } from './keys/registry.ts';
import { applyLook } from './theme/theme.ts';
import './theme/theme.css';

async function start(root: Root): Promise<void> {
  root.render(
    <Look>
      <ShellSkeleton />
    </Look>,
  );
  try {
    const host = await connectHost();
    followHome();
    followStation(host);
    root.render(
      <HostProvider value={host}>
        <ErrorBoundary name="座席工作台">
          <App />
        </ErrorBoundary>
      </HostProvider>,
    );
  } catch (error) {
    root.render(
      <Look>
        <StartFailure failure={failureOf(error)} onRetry={() => void start(root)} />
      </Look>,
    );
  }
}

const element = document.querySelector('#root');
if (element) {
  applyLook(usePreferences.getState().theme === 'dark' ? 'dark' : 'light');
  listenToKeys(window);
  void start(createRoot(element));
}
