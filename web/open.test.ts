import { describe, expect, it } from 'vitest';
import { howToOpen, type Surroundings } from './open.ts';

const ADDRESS = 'http://127.0.0.1:4711/#ticket=x';

function around(changes: Partial<Surroundings>, ...programs: string[]): Surroundings {
  return {
    platform: 'linux',
    env: { DISPLAY: ':0' },
    isRoot: false,
    find: (program) => (programs.includes(program) ? `/bin/${program}` : null),
    ...changes,
  };
}

describe('opening the window', () => {
  it('takes an app window of its own profile where there is a Chromium', () => {
    const opening = howToOpen(ADDRESS, '/profile', around({}, 'chromium', 'xdg-open'));
    expect(opening).toMatchObject({ kind: 'run', command: '/bin/chromium' });
    expect(opening.kind === 'run' && opening.args).toEqual(
      expect.arrayContaining([`--app=${ADDRESS}`, '--user-data-dir=/profile']),
    );
  });

  it('takes the default browser of each system otherwise', () => {
    expect(howToOpen(ADDRESS, '/p', around({}, 'xdg-open'))).toEqual({
      kind: 'run',
      command: '/bin/xdg-open',
      args: [ADDRESS],
    });
    expect(howToOpen(ADDRESS, '/p', around({ platform: 'darwin' }))).toMatchObject({ command: 'open' });
    expect(howToOpen(ADDRESS, '/p', around({ platform: 'win32' }))).toMatchObject({ command: 'rundll32' });
  });

  it.each([
    ['HOTLINE_OPEN=0', around({ env: { DISPLAY: ':0', HOTLINE_OPEN: '0' } }, 'chromium')],
    ['no display', around({ env: {} }, 'chromium')],
    ['root, whom a browser refuses', around({ isRoot: true }, 'chromium')],
    ['no browser', around({})],
  ])('only prints the address with %s', (_why, surroundings) => {
    const opening = howToOpen(ADDRESS, '/p', surroundings);
    expect(opening.kind === 'print' && opening.why).toMatch(/./);
  });

  it('finds a Wayland display too', () => {
    expect(howToOpen(ADDRESS, '/p', around({ env: { WAYLAND_DISPLAY: 'w' } }, 'chromium')).kind).toBe('run');
  });
});
