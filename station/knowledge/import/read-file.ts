import { articleTree } from '../../../shared/domain/article-text.ts';
import { MOST_ARTICLE_FILES } from '../../../shared/domain/knowledge/files.ts';
import type { ImportReport } from '../../../shared/domain/knowledge/import-report.ts';
import { blocksOfPlain } from '../../../shared/domain/knowledge/plain-text.ts';
import type { Block } from '../../../shared/domain/knowledge/rich-text.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { fail } from '../../../shared/failure.ts';
import type { FileToAdd } from '../../store/article-files.ts';
import { articlesOf } from './articles-of.ts';
import { readHtml, type ReadHtml } from './html-tree.ts';
import { chiefOf, readDocx } from './read-docx.ts';
import { gatherPictures, pictureInAddress, type PictureTaker } from './pictures.ts';
import { readXlsx } from './read-xlsx.ts';

const MOST_DRAFTS = 500;

const LEFT_OUT_NAMES: Readonly<Record<string, string>> = {
  img: '图片（不在文件之中，或不是 PNG、JPEG、GIF、WebP，或超过 5 MB）',
  script: '脚本',
  style: '样式',
  iframe: '内嵌网页',
  svg: '矢量图',
  form: '表单',
  tr: '表格行（超出上限）',
};

/**
 * Reads a file somebody wants to make articles of. By its name, and by what it is: nothing is believed of a file but
 * what its reader finds in it.
 * @returns what was understood, and the pictures that its drafts name
 * @throws IMPORT_UNREADABLE
 */
export async function readFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  units: readonly Pick<Unit, 'id' | 'name' | 'shortName'>[],
): Promise<{ readonly report: ImportReport; readonly pictures: readonly FileToAdd[] }> {
  const form = formOf(file.name);
  const { take, pictures } = gatherPictures();
  const report = await attempt(form, file, units, take).catch((error: unknown) =>
    fail('IMPORT_UNREADABLE', { detail: error instanceof Error ? error.message.slice(0, 200) : null }),
  );
  const leftOut = report.drafts.length > MOST_DRAFTS ? [...report.leftOut, `只取前 ${MOST_DRAFTS} 篇`] : report.leftOut;
  return { report: { ...report, drafts: report.drafts.slice(0, MOST_DRAFTS), leftOut }, pictures };
}

const FORMS: ReadonlyMap<string, ImportReport['form']> = new Map([
  ['docx', 'docx'],
  ['xlsx', 'xlsx'],
  ['html', 'html'],
  ['htm', 'html'],
  ['txt', 'text'],
  ['md', 'text'],
]);

function formOf(name: string): ImportReport['form'] {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return FORMS.get(extension) ?? fail('IMPORT_UNREADABLE', { detail: name });
}

async function attempt(
  form: ImportReport['form'],
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  units: readonly Pick<Unit, 'id' | 'name' | 'shortName'>[],
  take: PictureTaker,
): Promise<ImportReport> {
  const bare = name.replace(/\.[a-z]+$/i, '');
  if (form === 'xlsx') {
    const { drafts, understood, leftOut } = await readXlsx(bytes, units);
    return { form, drafts: [...drafts], understood: [...understood], leftOut: [...leftOut] };
  }
  if (form === 'text') {
    const blocks = blocksOfPlain(textIn(bytes));
    const drafts = articlesOf(blocks, new Set(), bare, name);
    return { form, drafts, understood: [countOf(blocks)], leftOut: [] };
  }
  if (form === 'html') {
    const html = textIn(bytes);
    const read = readHtml(html, (src) => pictureInAddress(src, take));
    const chief = chiefOf(html, read.blocks);
    return reportOf(form, read, chief, read.title || bare, name, []);
  }
  const read = await readDocx(bytes, take);
  return reportOf(form, read, read.chief, bare, name, read.warnings);
}

function reportOf(
  form: ImportReport['form'],
  read: ReadHtml,
  chief: ReadonlySet<Block>,
  title: string,
  source: string,
  warnings: readonly string[],
): ImportReport {
  const drafts = articlesOf(read.blocks, chief, title, source.slice(0, 200), read.files);
  const lost = picturesOf(read.blocks) - picturesOf(drafts.flatMap((draft) => articleTree(draft).blocks));
  const tooMany = lost > 0 ? [`图片 ${lost} 处超出每篇 ${MOST_ARTICLE_FILES} 张，未导入`] : [];
  const leftOut = [...read.leftOut].map(([name, count]) => `${LEFT_OUT_NAMES[name] ?? name} ${count} 处，未导入`);
  const unknown = warnings.length > 0 ? [`${warnings.length} 处样式不认识，按正文处理`] : [];
  return { form, drafts, understood: [countOf(read.blocks)], leftOut: [...leftOut, ...tooMany, ...unknown] };
}

function picturesOf(blocks: readonly Block[]): number {
  return blocks.filter(({ type }) => type === 'picture').length;
}

/** e.g. `标题 2、段落 5、列表 1、表格 1` */
function countOf(blocks: readonly Block[]): string {
  const names = {
    heading: '标题',
    paragraph: '段落',
    list: '列表',
    table: '表格',
    say: '规范用语',
    steps: '步骤',
    picture: '图片',
  } as const;
  const counts = Map.groupBy(blocks, ({ type }) => type);
  return [...counts].map(([type, own]) => `${names[type]} ${own.length}`).join('、');
}

/** UTF-8 where it is that, otherwise what Chinese offices used before. */
function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
