import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The network between a desk and its centre, which a test can cut. */
export interface Wire {
  /** What the desk takes for the centre's address. */
  readonly url: string;
  /**
   * `pulled`: connections break and new ones are refused, as with the cable out. `silent`: nothing arrives and nothing
   * breaks, as behind a dead router.
   */
  readonly cut: (how: 'pulled' | 'silent') => void;
  readonly heal: () => void;
  readonly stop: () => Promise<void>;
}

/** Lays a wire to a centre. @param target the centre's own address */
export async function layWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'whole' | 'pulled' | 'silent' = 'whole';

  const server = createServer((near) => {
    if (state === 'pulled') return near.resetAndDestroy();
    const far = connect(Number(port), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    near.pipe(far);
    far.pipe(near);
    if (state === 'silent') for (const socket of pair) socket.unpipe().pause();
    return undefined;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port: own } = server.address() as AddressInfo;

  function breakAll(): void {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    pairs.clear();
  }

  return {
    url: `http://127.0.0.1:${own}`,
    cut(how) {
      state = how;
      if (how === 'pulled') return breakAll();
      for (const pair of pairs) for (const socket of pair) socket.unpipe().pause();
    },
    heal() {
      // What lay in a silent wire is lost with it, as it is when a router comes back.
      if (state === 'silent') breakAll();
      state = 'whole';
    },
    stop: () =>
      new Promise((resolve) => {
        breakAll();
        server.close(() => resolve());
      }),
  };
}
