import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** So many loopback ports that are free for TCP and UDP alike, all different. */
export async function freePorts<const N extends number>(count: N): Promise<Tuple<N>> {
  const held: { port: number; close: () => void }[] = [];
  while (held.length < count) {
    const candidate = await holdBoth();
    if (candidate) held.push(candidate);
  }
  const ports = held.map(({ port }) => port);
  for (const { close } of held) close();
  return ports as Tuple<N>;
}

type Tuple<N extends number, All extends number[] = []> = All['length'] extends N ? All : Tuple<N, [...All, number]>;

async function holdBoth(): Promise<{ port: number; close: () => void } | null> {
  const tcp = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(0, '127.0.0.1', () => {
      const address = tcp.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const udp = createSocket('udp4');
  const free = await new Promise<boolean>((resolve) => {
    udp.once('error', () => resolve(false));
    udp.bind(port, '127.0.0.1', () => resolve(true));
  });
  if (!free) {
    tcp.close();
    return null;
  }
  return {
    port,
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}
