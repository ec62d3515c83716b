import readSheets from 'read-excel-file/node';
import { ARTICLE_KIND_NAMES, articleSchema, type Article } from '../../../shared/domain/article.ts';
import type { ArticleDraft } from '../../../shared/domain/knowledge/manuscript.ts';
import { blocksOfPlain } from '../../../shared/domain/knowledge/plain-text.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { draftOf } from './articles-of.ts';

/** The columns of a list of articles, by the names people give them. */
const COLUMNS = {
  title: ['标题', '名称', '知识标题', '事项', '事项名称', '问题', '题目'],
  body: ['正文', '内容', '答案', '答复', '解答', '回答', '知识内容', '答复内容'],
  asked: ['问法', '相似问', '相似问题', '群众问法', '关键词'],
  kind: ['种类', '类别', '类型'],
  unit: ['单位', '维护单位', '责任单位', '承办单位', '部门'],
  source: ['来源', '依据', '政策依据', '文号'],
  validUntil: ['有效期', '有效至', '有效期至', '失效日期'],
} as const;
type Column = keyof typeof COLUMNS;

export interface ReadXlsx {
  readonly drafts: readonly ArticleDraft[];
  readonly understood: readonly string[];
  readonly leftOut: readonly string[];
}

/** A workbook whose sheets are lists of articles: a row of names, then an article in each row. */
export async function readXlsx(
  bytes: Uint8Array,
  units: readonly Pick<Unit, 'id' | 'name' | 'shortName'>[],
): Promise<ReadXlsx> {
  const drafts: ArticleDraft[] = [];
  const understood: string[] = [];
  const leftOut: string[] = [];
  for (const { sheet, data } of await readSheets(Buffer.from(bytes))) {
    const [names = [], ...rows] = data.map((row) => row.map(cellText));
    const places = placesOf(names);
    if (places.title === undefined || places.body === undefined) {
      leftOut.push(`工作表“${sheet}”第一行没有“标题”和“正文”两列，未导入`);
      continue;
    }
    const other = names.filter((name, at) => name !== '' && !Object.values(places).includes(at));
    if (other.length > 0) leftOut.push(`工作表“${sheet}”的列未用：${other.join('、')}`);
    let taken = 0;
    for (const [line, row] of rows.entries()) {
      const said = (column: Column): string => row[places[column] ?? -1] ?? '';
      if (said('title') === '' && said('body') === '') continue;
      const unit = unitNamed(units, said('unit'));
      if (said('unit') !== '' && !unit)
        leftOut.push(`第 ${line + 2} 行的单位“${said('unit')}”不在本市单位之中，记为热线中心`);
      const draft = draftOf(said('title'), blocksOfPlain(said('body')), {
        kind: kindNamed(said('kind')),
        unitId: unit?.id ?? null,
        asked: said('asked')
          .split(/[\n;；]/)
          .map((each) => each.trim().slice(0, 200))
          .filter(Boolean)
          .slice(0, 30),
        source: said('source').slice(0, 200),
        validUntil: dayOf(said('validUntil')),
      });
      if (draft) {
        drafts.push(draft);
        taken += 1;
      } else leftOut.push(`第 ${line + 2} 行缺标题或正文，未导入`);
    }
    understood.push(
      `工作表“${sheet}”：${taken} 篇，列 ${names.filter((_, at) => Object.values(places).includes(at)).join('、')}`,
    );
  }
  return { drafts, understood, leftOut };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}

function placesOf(names: readonly string[]): Partial<Record<Column, number>> {
  const places: Partial<Record<Column, number>> = {};
  for (const [column, known] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const at = names.findIndex((name) => known.includes(name.replaceAll(/\s/g, '')));
    if (at !== -1) places[column] = at;
  }
  return places;
}

function kindNamed(name: string): Article['kind'] {
  return articleSchema.shape.kind.options.find((kind) => ARTICLE_KIND_NAMES[kind] === name || kind === name) ?? 'faq';
}

function unitNamed<U extends Pick<Unit, 'name' | 'shortName'>>(units: readonly U[], name: string): U | null {
  if (name === '') return null;
  return units.find((unit) => unit.name === name || unit.shortName === name) ?? null;
}

function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
