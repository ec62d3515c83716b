// Electron's station: a utility process that serves every port it is handed. Nothing of Electron's windows reaches it.
import { hostStation } from '../station/hosting/hosted.ts';
import { toStationSchema } from './wire.ts';

const hosted = hostStation((sign) => process.parentPort.postMessage(sign));

process.parentPort.on('message', ({ data, ports }) => {
  const message = toStationSchema.parse(data);
  switch (message.type) {
    case 'start':
      void hosted.start(message);
      break;
    case 'port':
      for (const port of ports) {
        hosted.serve(port);
        port.start();
      }
      break;
    case 'stop':
      void hosted.stop();
      break;
  }
});
