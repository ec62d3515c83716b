import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './tools.ts';

/**
 * Electron's program where it is really there; null otherwise. Asked of the files, because the package's own entry
 * would start a download, which closed networks answer with a long wait.
 */
export function findElectron(
  env: Readonly<Record<string, string | undefined>> = process.env,
  packageDir = path.join(ROOT, 'node_modules/electron'),
): string | null {
  const named = path.join(packageDir, 'path.txt');
  const program = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron';
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageDir, 'dist');
  const file = path.join(folder, program);
  return existsSync(file) ? file : null;
}

export type DeskKind = 'electron' | 'web';

/** Which host shows the desk, and why, in Chinese. */
export interface DeskChoice {
  readonly kind: DeskKind;
  readonly why: string;
}

/**
 * Electron where it can run, otherwise the web host; a forced kind is taken as it is.
 * @param forced what the command line asks for
 */
export function chooseDesk(around: {
  readonly forced: DeskKind | null;
  readonly electron: string | null;
  readonly platform: NodeJS.Platform;
  readonly hasDisplay: boolean;
}): DeskChoice {
  if (around.forced !== null) return { kind: around.forced, why: '按命令指定' };
  if (around.electron === null) return { kind: 'web', why: '未安装 Electron 程序文件，改用网页方式' };
  if (around.platform === 'linux' && !around.hasDisplay) return { kind: 'web', why: '没有图形界面，改用网页方式' };
  return { kind: 'electron', why: '已安装 Electron' };
}
