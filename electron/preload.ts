import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { PORT_MESSAGE, type ElectronBridge, type StationWord } from '../shared/contract/shell.ts';
import { FROM_WINDOW, TO_WINDOW } from './policy/channel-names.ts';

/** The page's window, of which this program needs one function; the Node side knows no DOM types. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: string, origin: string, transfer: readonly object[]): void;
};

// A port cannot cross the context bridge; a window message is the way Electron gives one to the page.
ipcRenderer.on(TO_WINDOW.port, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, event.ports);
});

const bridge: ElectronBridge = {
  requestPort: () => ipcRenderer.send(FROM_WINDOW.requestPort),
  incomingCall: (title, body) => ipcRenderer.send(FROM_WINDOW.incomingCall, title, body),
  callEnded: () => ipcRenderer.send(FROM_WINDOW.callEnded),
  notify: (title, body) => ipcRenderer.send(FROM_WINDOW.notify, title, body),
  onAnswer(listener) {
    const heard = (): void => listener();
    ipcRenderer.on(TO_WINDOW.answer, heard);
    return () => ipcRenderer.off(TO_WINDOW.answer, heard);
  },
  onStation(listener) {
    const heard = (_event: IpcRendererEvent, word: StationWord): void => listener(word);
    ipcRenderer.on(TO_WINDOW.station, heard);
    return () => ipcRenderer.off(TO_WINDOW.station, heard);
  },
};

contextBridge.exposeInMainWorld('hotline', bridge);
