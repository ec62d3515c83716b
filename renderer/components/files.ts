/** Kinds a browser shows by itself and that carry no script: an SVG or HTML file would run under this program's origin. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|bmp)|application\/pdf|audio\/[\w.+-]+|video\/[\w.+-]+|text\/plain)$/;

export function canShowInBrowser(mime: string): boolean {
  return SHOWN.test(mime);
}

/** The file itself. One that may not be shown gets a type that no browser opens. */
export function fileBlob(base64: string, mime: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: canShowInBrowser(mime) ? mime : 'application/octet-stream' });
}

/** 320 B, 12 KB, 3.4 MB */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A file somebody has chosen, as procedures take it. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
