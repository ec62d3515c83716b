import { failure, type Failure } from '../../../../shared/failure.ts';

const MOST_BYTES = 20 * 1024 * 1024;

const KINDS: readonly RegExp[] = [
  /^image\/(?:jpeg|png|gif|webp|bmp|heic)$/,
  /^(?:audio|video)\//,
  /^application\/pdf$/,
  /^application\/msword$/,
  /^application\/vnd\.ms-excel$/,
  /^application\/vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet)$/,
];

/** Why a file cannot be attached, before it is read; null where it can. */
export function fileProblem(file: { name: string; type: string; size: number }): Failure | null {
  if (!KINDS.some((kind) => kind.test(file.type))) return failure('ATTACHMENT_TYPE', { detail: file.name });
  if (file.size > MOST_BYTES)
    return failure('ATTACHMENT_TOO_LARGE', { detail: `${file.name}（${sizeText(file.size)}）` });
  if (file.size === 0) return failure('ATTACHMENT_TYPE', { detail: `${file.name} 是空文件` });
  return null;
}

/** `820 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  const mega = bytes / (1024 * 1024);
  return mega >= 1 ? `${mega.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
