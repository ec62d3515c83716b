import { describe, expect, it } from 'vitest';
import { canShowInBrowser, fileBlob, sizeWords } from './files.ts';

describe('attachments', () => {
  it('opens pictures, documents and sound, and nothing that could run a script here', () => {
    expect(['image/png', 'application/pdf', 'audio/mpeg', 'video/mp4'].every(canShowInBrowser)).toBe(true);
    expect(['text/html', 'image/svg+xml', 'application/xhtml+xml', ''].some(canShowInBrowser)).toBe(false);
  });

  it('gives a file that may not be shown a type no browser opens', () => {
    expect(fileBlob(btoa('<script>'), 'text/html').type).toBe('application/octet-stream');
    expect(fileBlob(btoa('x'), 'image/png').type).toBe('image/png');
  });

  it('gives the bytes back as they were', async () => {
    const bytes = Uint8Array.from([0, 127, 128, 255]);
    const blob = fileBlob(btoa(String.fromCharCode(...bytes)), 'image/png');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
  });

  it('says sizes as people do', () => {
    expect([320, 12_288, 3_565_158].map(sizeWords)).toEqual(['320 B', '12 KB', '3.4 MB']);
  });
});
