import path from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { filesUnder, ROOT } from './scripts/tools.ts';

const OUT = path.join(ROOT, 'build/out');

/** Files that are started by name and not imported: the two processes and the station's threads. */
function entries(): string[] {
  const threads = filesUnder(['station']).filter((file) => file.endsWith('.worker.ts'));
  return ['electron/main.ts', 'electron/station-process.ts', ...threads].map((file) => path.join(ROOT, file));
}

/** One output file per source file, so that threads are found beside their starters; packages stay outside. */
function processes(): UserConfig {
  return {
    root: ROOT,
    publicDir: false,
    build: {
      ssr: true,
      outDir: OUT,
      // The renderer's build lies there too.
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: entries(),
        external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
        output: { format: 'esm', preserveModules: true, preserveModulesRoot: ROOT, entryFileNames: '[name].js' },
      },
    },
  };
}

/** One CommonJS file: all that a sandboxed preload can load. */
function preload(): UserConfig {
  return {
    root: ROOT,
    publicDir: false,
    build: {
      outDir: path.join(OUT, 'electron'),
      emptyOutDir: false,
      target: 'es2024',
      minify: false,
      lib: { entry: path.join(ROOT, 'electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
      rolldownOptions: { external: ['electron'] },
    },
  };
}

export default defineConfig(({ mode }) => (mode === 'preload' ? preload() : processes()));
