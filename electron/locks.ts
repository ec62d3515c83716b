import { app, protocol, session } from 'electron';
import { rendererFile } from '../station/hosting/renderer-files.ts';
import { APP_SCHEME, isOwn, mayNavigate, mayRequest } from './policy/address.ts';
import { mayUse } from './policy/permissions.ts';

/** Before the app is ready: gives the desk's own scheme an origin that the browser treats like https. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Once the app is ready: serves the renderer, and refuses everything the page could reach for besides it. */
export function lockDown(rendererDir: string, development: boolean): void {
  const own = session.defaultSession;
  own.protocol.handle(APP_SCHEME, async ({ url }) => {
    if (!isOwn(url)) return new Response(null, { status: 404 });
    const { status, headers, body } = await rendererFile(rendererDir, new URL(url).pathname, []);
    return new Response(body, { status, headers });
  });
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, development) }));
  own.setPermissionCheckHandler((contents, permission) => mayUse(permission, isOwn(contents?.getURL() ?? '')));
  own.setPermissionRequestHandler((contents, permission, answer) =>
    answer(mayUse(permission, isOwn(contents.getURL()))),
  );
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());

  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (details) => {
      if (!mayNavigate(details.url)) details.preventDefault();
    });
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame || !mayNavigate(details.url)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => details.preventDefault());
  });
}
