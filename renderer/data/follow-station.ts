import { tableSchema } from '../../shared/contract/desk.ts';
import type { DeskClient, Host } from '../host.ts';
import { advance, applyEvent, sessionOf, useLive } from './live.ts';
import { setStationUp } from './station-up.ts';

async function readFacts(desk: DeskClient): Promise<void> {
  const { session, centre, deskName, centreUrl, version, knownJobNumbers } = await desk.session.current();
  useLive.setState({
    ...sessionOf(session),
    centre,
    facts: { name: deskName, version, centreUrl, knownJobNumbers },
  });
}

const RETRY_MS = 500;

/**
 * Follows the station for as long as the window lives: reads who is signed in, subscribes to its events, and starts
 * over when the subscription breaks or another station takes its place. After a gap every query runs again, because
 * what happened meanwhile was told to nobody.
 * @returns stops following
 */
export function followStation(host: Host): () => void {
  /** `gone`: the host has said that there is none; it will say when there is one, and asking meanwhile is idle. */
  const station = { gone: false };
  let round = new AbortController();

  async function follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !station.gone) {
      try {
        const events = await host.desk.events(undefined, { signal });
        setStationUp(true);
        useLive.setState({ stationUp: true, stationCause: null });
        await readFacts(host.desk);
        advance(tableSchema.options);
        for await (const event of events) {
          applyEvent(event);
          if (event.type === 'session' || (event.type === 'tables' && event.tables.includes('centre')))
            await readFacts(host.desk);
        }
      } catch (error) {
        if (signal.aborted) return;
        console.warn('the subscription to the station broke', error);
      }
      if (signal.aborted) return;
      setStationUp(false);
      useLive.setState({ stationUp: false, telephony: null });
      await pause(RETRY_MS, signal);
    }
  }

  const restart = (): void => {
    round.abort();
    round = new AbortController();
    void follow(round.signal);
  };
  const unlisten = host.onStation((up, stationCause) => {
    station.gone = !up;
    setStationUp(up);
    useLive.setState(
      up ? { stationUp: true, stationCause: null } : { stationUp: false, stationCause, telephony: null },
    );
    if (up) restart();
  });
  restart();
  return () => {
    unlisten();
    round.abort();
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
