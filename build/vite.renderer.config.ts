import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { NONCE_PLACE } from '../station/hosting/content-security.ts';
import { ROOT } from './scripts/tools.ts';

/** Parts that change rarely stand in files of their own, so that a new version leaves them in the cache. */
const CHUNKS = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+)[\\/]/ },
  { name: 'protocol', test: /node_modules[\\/](@orpc|zod)[\\/]/ },
];

export default defineConfig({
  root: path.join(ROOT, 'renderer'),
  base: '/',
  plugins: [react()],
  // Both hosts put a fresh nonce in this place with every page they answer.
  html: { cspNonce: NONCE_PLACE },
  build: {
    outDir: path.join(ROOT, 'build/out/renderer'),
    emptyOutDir: true,
    // The oldest program that shows this is Electron's own Chromium or a browser of the same year.
    target: 'es2024',
    // Inlined files would need data: in more places of the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
});
