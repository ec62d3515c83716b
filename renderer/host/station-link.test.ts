import { describe, expect, it } from 'vitest';
import { createStationLink } from './station-link.ts';

/** A link whose connection has broken, as the library says it. */
const broken = { call: () => Promise.reject(new Error('Cannot send message, WebSocket is not open.')) };

describe('a call whose connection has ended', () => {
  it('says that the station is away, even before the page has heard of the end', async () => {
    const station = createStationLink();
    station.attach(broken, () => false);
    await expect(station.desk.session.current()).rejects.toMatchObject({ failure: { code: 'STATION_DOWN' } });
  });

  it('passes on what went wrong while the connection stands', async () => {
    const station = createStationLink();
    station.attach(broken, () => true);
    await expect(station.desk.session.current()).rejects.toThrow('Cannot send message');
  });
});
