import path from 'node:path';
import { ROOT } from '../../build/scripts/tools.ts';

/** Where the pictures of README lie. */
export const FOLDER = path.join(ROOT, 'docs/screenshots');
