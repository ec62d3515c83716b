import { app, protocol, session } from 'electron';
import { phoneAddress } from '../station/hosting/phone-address.ts';
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
export function lockDown(rendererDir: string, centreUrl: string, development: boolean): void {
  const own = session.defaultSession;
  const phone = phoneAddress(centreUrl);
  let phoneUrl: string | null = null;
  own.protocol.handle(APP_SCHEME, async ({ url }) => {
    if (!isOwn(url)) return new Response(null, { status: 404 });
    const { pathname } = new URL(url);
    if (pathname === '/index.html') phoneUrl = await phone.current();
    const { status, headers, body } = await rendererFile(rendererDir, pathname, [], phoneUrl);
    return new Response(body, { status, headers });
  });
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, development, phoneUrl) }));
  own.setPermissionCheckHandler((contents, permission, _origin, { mediaType }) =>
    mayUse(permission, isOwn(contents?.getURL() ?? ''), mediaType === undefined ? [] : [mediaType]),
  );
  own.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(mayUse(permission, isOwn(contents.getURL()), 'mediaTypes' in details ? details.mediaTypes : [])),
  );
  own.setDevicePermissionHandler(({ deviceType, origin }) => deviceType === 'hid' && isOwn(`${origin}/`));
  // The page has narrowed the list to telephones already; of several headsets the first is as good as another.
  own.on('select-hid-device', (event, { deviceList }, choose) => {
    event.preventDefault();
    choose(deviceList[0]?.deviceId ?? null);
  });
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
