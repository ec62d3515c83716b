import { z } from 'zod';
import { scratchFolder } from './folder.ts';
import type { DeskOrder } from './messages.ts';
import { startProcess } from './process.ts';

/** A desk: the web host with its station, on a folder of its own. */
export interface TestDesk {
  /** An address that opens one window. */
  readonly address: () => Promise<string>;
  /** kill -9 of the station alone; the host starts another. */
  readonly killStation: () => Promise<void>;
  /** kill -9 of host and station, as when the power goes. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same data after a kill, on the same port. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly output: () => string;
}

const readySchema = z.object({ port: z.int() });

/** @param centreUrl the centre's address, or that of a wire to it */
export async function startTestDesk(centreUrl: string, name = '测试座席'): Promise<TestDesk> {
  const folder = scratchFolder('desk');
  const start = (port: number) =>
    startProcess('desk-process.ts', {
      TEST_DATA: folder.path,
      TEST_CENTRE: centreUrl,
      TEST_NAME: name,
      TEST_PORT: String(port),
    });
  let running = await start(0);
  const { port } = readySchema.parse(running.ready);
  const ask = (order: DeskOrder): Promise<unknown> => running.ask(order);

  async function killStation(): Promise<void> {
    const pid = z
      .int()
      .positive()
      .parse(await ask({ type: 'stationPid' }));
    process.kill(pid, 'SIGKILL');
  }

  return {
    address: async () => z.string().parse(await ask({ type: 'address' })),
    killStation,
    kill: async () => {
      await killStation();
      await running.kill();
    },
    restart: async () => {
      running = await start(port);
    },
    stop: async () => {
      await running.stop();
      folder.remove();
    },
    output: () => running.output(),
  };
}
