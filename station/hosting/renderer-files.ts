import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentType, pageHeaders, withPlaces } from './content-security.ts';

/** One answer to a request for a file of the renderer's build. */
export interface FileAnswer {
  readonly status: 200 | 404;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

/**
 * Answers a file of the built renderer with the headers both hosts use.
 * @param folder the build's folder; nothing outside it is ever read
 * @param urlPath path of the request, still percent-encoded
 * @param connect where the page may connect to besides its own origin
 * @param phone where it may register as a phone, as {@link policySource} lets it through; null: nowhere
 */
export async function rendererFile(
  folder: string,
  urlPath: string,
  connect: readonly string[],
  phone: string | null = null,
): Promise<FileAnswer> {
  const nonce = randomBytes(16).toString('base64');
  const headers = pageHeaders(nonce, phone === null ? connect : [...connect, phone]);
  const file = resolveInside(folder, urlPath === '/' ? '/index.html' : urlPath);
  const type = file === null ? null : contentType(file);
  const bytes = file === null || type === null ? null : await readIfThere(file);
  if (bytes === null || type === null) {
    return { status: 404, headers: { ...headers, 'content-type': 'text/plain' }, body: encoder.encode('not found') };
  }
  const isPage = type.startsWith('text/html');
  // Vite names every other file by its content, so what was fetched once never changes.
  const caching = isPage ? {} : { 'cache-control': 'public, max-age=31536000, immutable' };
  return {
    status: 200,
    headers: { ...headers, ...caching, 'content-type': type },
    body: isPage ? encoder.encode(withPlaces(bytes.toString('utf8'), nonce, phone)) : new Uint8Array(bytes),
  };
}

function resolveInside(folder: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const root = path.resolve(folder);
  const file = path.resolve(root, `.${decoded.replaceAll('\\', '/')}`);
  return file.startsWith(root + path.sep) ? file : null;
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null;
    throw error;
  }
}
