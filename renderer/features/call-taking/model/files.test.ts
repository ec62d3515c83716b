import { describe, expect, it } from 'vitest';
import { fileProblem, sizeText } from './files.ts';

const MEGA = 1024 * 1024;

describe('attachments', () => {
  it.each(['image/jpeg', 'application/pdf', 'audio/mpeg', 'video/mp4', 'application/msword'])('take %s', (type) => {
    expect(fileProblem({ name: 'a', type, size: MEGA })).toBeNull();
  });

  it('do not take programs, drawings that can hold scripts, or what has no type', () => {
    expect(fileProblem({ name: 'a.svg', type: 'image/svg+xml', size: 10 })?.code).toBe('ATTACHMENT_TYPE');
    expect(fileProblem({ name: 'a.exe', type: 'application/x-msdownload', size: 10 })?.code).toBe('ATTACHMENT_TYPE');
    expect(fileProblem({ name: 'a', type: '', size: 10 })?.code).toBe('ATTACHMENT_TYPE');
  });

  it('are 20 MB at most, and the sentence names the file', () => {
    const large = { name: '录像.mp4', type: 'video/mp4', size: 20 * MEGA + 1 };
    expect(fileProblem(large)).toMatchObject({ code: 'ATTACHMENT_TOO_LARGE', detail: '录像.mp4（20.0 MB）' });
    expect(fileProblem({ ...large, size: 20 * MEGA })).toBeNull();
  });

  it('show their size as people read it', () => {
    expect(sizeText(400)).toBe('1 KB');
    expect(sizeText(3.4 * MEGA)).toBe('3.4 MB');
  });
});
