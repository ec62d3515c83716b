import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: number;
  /** Of all pages, without any white space. */
  readonly text: string;
  readonly title: string;
}

/** What a reader of PDFs finds in a file: another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  const { info } = await document.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : '';
  const pages = document.numPages;
  await loading.destroy();
  return { pages, text: withoutSpaces(text), title };
}

/** For comparing texts that are broken into lines differently. */
export function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
