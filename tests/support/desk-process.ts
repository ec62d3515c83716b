// A real desk in the web host, as a process of its own.
import path from 'node:path';
import { z } from 'zod';
import { startWebHost } from '../../web/host.ts';
import { deskOrderSchema } from './messages.ts';
import { obey } from './obey.ts';

const settings = z
  .object({ TEST_DATA: z.string(), TEST_CENTRE: z.string(), TEST_NAME: z.string(), TEST_PORT: z.coerce.number() })
  .parse(process.env);

await obey(async () => {
  const host = await startWebHost({
    dataDir: path.join(settings.TEST_DATA, 'desk'),
    stateDir: path.join(settings.TEST_DATA, 'state'),
    rendererDir: path.join(import.meta.dirname, '../../build/out/renderer'),
    port: settings.TEST_PORT,
    centreUrl: settings.TEST_CENTRE,
    deskName: settings.TEST_NAME,
    version: '0.0.0-test',
    tell: (line) => console.log(line),
  });
  return {
    ready: { port: host.port },
    carryOut: async (raw) => {
      const order = deskOrderSchema.parse(raw);
      switch (order.type) {
        case 'address':
          return host.address();
        case 'stationPid':
          return host.stationPid();
        case 'stop':
          return await host.stop();
      }
    },
  };
});
