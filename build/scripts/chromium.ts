import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** An installed Chromium: named by HOTLINE_CHROMIUM, in PATH, or Playwright's own download; null where there is none. */
export function findChromium(): string | null {
  const named = process.env['HOTLINE_CHROMIUM'];
  const inPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => PROGRAMS.map((program) => path.join(folder, program)));
  const candidates = [...(named === undefined ? [] : [named]), ...inPath, chromium.executablePath()];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/**
 * What nobody looks at here. Without a screen Chromium still draws the suggestions of each window's address bar in a
 * process of its own, which takes as long as our page. Of two switches of one name the last counts, so that what
 * Playwright turns off stands here again.
 */
const UNSEEN = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** Quiet, without a screen, and without anything that goes to a network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  `--disable-features=${UNSEEN.join(',')}`,
];

/** A microphone that beeps and asks nobody, WebRTC on loopback, and a test exchange's own certificate. */
export const PHONE_ARGS = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--ignore-certificate-errors',
  '--autoplay-policy=no-user-gesture-required',
] as const;
