import { exportFile } from '../sheets/export-file.ts';
import { asking } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** The centre's tables as files, made here and kept nowhere. H19. */
export function exportRoutes(os: Procedures, backend: Backend) {
  const atCentre = asking(backend);
  return {
    file: os.exports.file.handler(async ({ input, signal }) => {
      const parts = await atCentre(() => backend.client.exports.sheet(input, signal ? { signal } : {}));
      return exportFile(parts, { format: input.format, nowMs: backend.nowMs(), signal, log: backend.log });
    }),
  };
}
