import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { attachmentIdSchema, type AttachmentId } from '../ids.ts';
import type { RichText } from './rich-text.ts';

/** Files of one article at most. */
export const MOST_ARTICLE_FILES = 20;
/** Bytes of one file, and of one picture in the text: a page of pictures has to open while a caller waits. */
export const LARGEST_ARTICLE_FILE = 20 * 1024 * 1024;
export const LARGEST_PICTURE = 5 * 1024 * 1024;

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** What may stand with an article. Anything that could run, an SVG or a page, is not among it. */
const articleFileKindSchema = z.enum([
  ...PICTURES,
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
export type ArticleFileKind = z.infer<typeof articleFileKindSchema>;

const EXTENSIONS: Readonly<Record<ArticleFileKind, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
};

function fits(name: string, kind: ArticleFileKind): boolean {
  return EXTENSIONS[kind].some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}

const LONGEST_NAME = 120;
// Signs that end a line, part a path or turn the reading direction, with which a program passes for a picture.
const MISLEADING = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu;

/** What a file is called on the screen and when it is saved: its own name, ending as what it is. */
export function fileNameFor(name: string, kind: ArticleFileKind): string {
  const clean = name.replaceAll(MISLEADING, '').trim();
  const named = clean === '' || fits(clean, kind) ? clean : `${clean}.${EXTENSIONS[kind][0] ?? ''}`;
  return (named || `附件.${EXTENSIONS[kind][0] ?? ''}`).slice(-LONGEST_NAME);
}

/** A file that stands with an article. Its id is made of its content, so that a version can never come to mean another file. */
export const articleFileSchema = z
  .object({
    id: attachmentIdSchema,
    name: z.string().trim().min(1).max(LONGEST_NAME),
    mime: articleFileKindSchema,
    /** Bytes. */
    size: z.int().positive().max(LARGEST_ARTICLE_FILE),
    /** Lower-case hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .refine(({ name, mime }) => fits(name, mime), '附件的名称与种类不符');
export type ArticleFile = z.infer<typeof articleFileSchema>;

export function isPicture({ mime }: Pick<ArticleFile, 'mime'>): boolean {
  return PICTURES.some((one) => one === mime);
}

/**
 * The id of an article's file. No attachment of an order can have it: theirs are drawn by the clock, so that nobody
 * reaches what belongs to an order by naming it in an article.
 * @param digest SHA-256 of the bytes, lower-case hex
 */
export function articleFileIdOf(digest: string): AttachmentId {
  const hex = bytesToHex(sha256(utf8ToBytes(`article file ${digest}`)));
  return attachmentIdSchema.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-b${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
}

/** What a file is by its first bytes, whatever it is called; null: nothing that may stand with an article. */
export function kindOfBytes(bytes: Uint8Array): ArticleFileKind | null {
  const starts = (signature: readonly number[], at = 0): boolean =>
    signature.every((byte, place) => bytes[at + place] === byte);
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts([0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  if (starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  if (starts([0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  return starts([0x50, 0x4b, 0x03, 0x04]) ? officeKind(bytes) : null;
}

/** A ZIP is a document or a workbook by the chief part named in its directory, which stands at its end. */
function officeKind(bytes: Uint8Array): ArticleFileKind | null {
  const directory = bytes.subarray(-DIRECTORY_BYTES);
  const names = (name: string): boolean => holds(directory, name);
  // A file with macros in it runs when it is opened.
  if (!names('[Content_Types].xml') || names('vbaProject')) return null;
  if (names('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return names('xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : null;
}

const DIRECTORY_BYTES = 256 * 1024;

/** Whether plain letters stand somewhere in the bytes. */
function holds(bytes: Uint8Array, letters: string): boolean {
  const codes = Array.from(letters, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0] ?? 0); at !== -1; at = bytes.indexOf(codes[0] ?? 0, at + 1)) {
    if (codes.every((code, place) => bytes[at + place] === code)) return true;
  }
  return false;
}

/** The files that the pictures in a text are. */
export function picturesIn(text: RichText | string | null): ReadonlySet<AttachmentId> {
  if (text === null || typeof text === 'string') return new Set();
  return new Set(text.blocks.flatMap((block) => (block.type === 'picture' ? [block.fileId] : [])));
}

/** Why these files cannot stand with this text, for the screen; null where they can. */
export function filesProblem(text: RichText | string, files: readonly ArticleFile[]): string | null {
  if (new Set(files.map(({ id }) => id)).size !== files.length) return '同一附件列了两次';
  if (files.some(({ id, sha256: digest }) => id !== articleFileIdOf(digest))) return '附件编号与内容不符';
  const pictures = new Set(files.filter(isPicture).map(({ id }) => id));
  return [...picturesIn(text)].every((id) => pictures.has(id)) ? null : '正文里的图片不在附件之中';
}
