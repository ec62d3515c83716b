import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { uuidV7 } from '../ids.ts';
import { articleFileIdOf, articleFileSchema, filesProblem, kindOfBytes } from './files.ts';
import { richTextSchema } from './rich-text.ts';

const text = (said: string): Uint8Array => new TextEncoder().encode(said);
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('what a file is', () => {
  it('is told by its bytes', async () => {
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('材料清单')] }] }));
    const book = new ExcelJS.Workbook();
    book.addWorksheet('表').addRow(['甲']);
    expect(kindOfBytes(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('image/png');
    expect(kindOfBytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(kindOfBytes(text('GIF89a'))).toBe('image/gif');
    expect(kindOfBytes(text('RIFF....WEBPVP8 '))).toBe('image/webp');
    expect(kindOfBytes(text('%PDF-1.7'))).toBe('application/pdf');
    expect(kindOfBytes(word)).toContain('wordprocessingml.document');
    expect(kindOfBytes(new Uint8Array(await book.xlsx.writeBuffer()))).toContain('spreadsheetml.sheet');
  });

  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="fire()"/>')],
    ['an SVG behind a declaration', text('<?xml version="1.0"?><svg/>')],
    ['a page', text('<!doctype html><script>fire()</script>')],
    ['a page that calls itself a picture', text(' \n<html>GIF89a')],
    ['a program', text('MZ\u0090')],
    ['an older Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
    ['any other ZIP', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, ...deflateRawSync('x'))],
    ['a document with macros', text('PK\u0003\u0004[Content_Types].xml word/document.xml word/vbaProject.bin')],
    ['nothing', new Uint8Array()],
  ])('%s is none that may stand with an article', (_, bytes) => {
    expect(kindOfBytes(bytes)).toBeNull();
  });
});

describe('files of an article', () => {
  const file = (said: string) => {
    const sha256 = digestOf(text(said));
    return articleFileSchema.parse({ id: articleFileIdOf(sha256), name: '图.png', mime: 'image/png', size: 9, sha256 });
  };
  const picture = (id: string) => richTextSchema.parse({ blocks: [{ type: 'picture', fileId: id, says: '示意图' }] });

  it('are named by what is in them, and the pictures of the text are among them', () => {
    expect(filesProblem(picture(file('甲').id), [file('甲'), file('乙')])).toBeNull();
    expect(filesProblem(picture(file('丙').id), [file('甲')])).toContain('不在附件之中');
    expect(filesProblem('正文', [file('甲'), file('甲')])).toContain('两次');
  });

  it('cannot be an attachment of an order, named in an article to get at it', () => {
    const orders = { ...file('甲'), id: articleFileSchema.shape.id.parse(uuidV7(Date.now(), new Uint8Array(10))) };
    expect(filesProblem('正文', [orders])).toContain('编号与内容不符');
  });

  it('of a kind that could run are not read at all', () => {
    expect(articleFileSchema.safeParse({ ...file('甲'), mime: 'image/svg+xml' }).success).toBe(false);
  });
});
