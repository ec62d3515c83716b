import Pdf from 'pdfkit';
import { BOLD, SHEET, STROKE, type Drawing, type Item } from '../../shared/forms/drawing.ts';

/** Lies with the program, so that a form looks the same on every machine. Open Font License. */
export const FONT = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';

/** A PDF's own unit is 1/72 inch. */
const POINTS_PER_MM = 72 / 25.4;
const INK = '#000000';
const FAINT = '#777777';
const PALE = '#e6e6e6';

export interface PdfOptions {
  /** A TrueType font; the characters that are used become part of the PDF. */
  readonly font: Buffer;
  /** Ms since 1970, for the date in the file. */
  readonly nowMs: number;
  /** Mm; A4 upright where nothing is said. */
  readonly paper?: { readonly width: number; readonly height: number };
}

/** Draws a form as a PDF whose text can be selected and searched. Needs no network and no font of the machine. */
export function pdfOf(drawing: Drawing, { font, nowMs, paper = SHEET }: PdfOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const document = new Pdf({
      size: [paper.width * POINTS_PER_MM, paper.height * POINTS_PER_MM],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      info: { Title: drawing.title, CreationDate: new Date(nowMs) },
      // Without this its built-in Latin font is loaded from a file that no form uses.
      font: '',
    });
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.registerFont('form', font);
    for (const { items } of drawing.sheets) {
      document.addPage();
      document.scale(POINTS_PER_MM).font('form');
      for (const item of items) draw(document, item);
    }
    document.end();
  });
}

function draw(document: PDFKit.PDFDocument, item: Item): void {
  document.lineWidth(STROKE).strokeColor(INK).undash();
  switch (item.kind) {
    case 'text':
      return write(document, item);
    case 'line':
      if (item.dashed) document.dash(2, { space: 1.5 });
      document.moveTo(item.x1, item.y1).lineTo(item.x2, item.y2).stroke();
      return;
    case 'box':
      document.rect(item.x, item.y, item.width, item.height).stroke();
      return;
    case 'seal':
      document.dash(1, { space: 1 }).circle(item.x, item.y, item.radius).stroke(FAINT);
      return;
    case 'watermark':
      return writeAcross(document, item);
    case 'mark':
      document
        .save()
        .translate(item.x, item.y)
        .scale(item.scale)
        .lineWidth(0.5 / item.scale);
      document.path(item.path).stroke(INK);
      document.restore();
  }
}

function write(document: PDFKit.PDFDocument, { x, y, size, text, bold, faint }: Extract<Item, { kind: 'text' }>): void {
  const colour = faint ? FAINT : INK;
  document
    .fontSize(size)
    .fillColor(colour)
    .strokeColor(colour)
    .lineWidth(size * BOLD);
  document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', fill: true, stroke: bold });
}

function writeAcross(
  document: PDFKit.PDFDocument,
  { x, y, size, text, angle }: Extract<Item, { kind: 'watermark' }>,
): void {
  document.save().rotate(angle, { origin: [x, y] });
  document.fontSize(size).fillColor(PALE);
  document.text(text, x - document.widthOfString(text) / 2, y, { lineBreak: false, baseline: 'alphabetic' });
  document.restore();
}
