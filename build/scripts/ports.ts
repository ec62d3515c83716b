import { createServer } from 'node:net';

/** Whether a loopback port can be listened on now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** The first free port from `first` on. @throws where twenty in a row are taken */
export async function nextFree(first: number): Promise<number> {
  for (let port = first; port < first + 20; port += 1) if (await isFree(port)) return port;
  throw new Error(`端口 ${first} 至 ${first + 19} 都被占用，请用环境变量 HOTLINE_PORT 指定一个空闲端口。`);
}

/** Whether a centre answers at this address. */
export async function isCentre(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
