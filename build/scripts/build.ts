import { buildElectron, buildRenderer } from './bundles.ts';

// The two bundles, whether or not they are fresh: what `npm run dist` packs.
await buildRenderer(true);
await buildElectron(true);
