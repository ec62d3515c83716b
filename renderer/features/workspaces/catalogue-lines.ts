import type { CatalogueEntry } from '../../../shared/domain/catalogue.ts';
import type { Subject } from '../../../shared/domain/subject.ts';

export interface CatalogueLine {
  readonly subject: Subject;
  readonly entry: CatalogueEntry | null;
}

/** The subjects with their lines of the catalogue, narrowed by words of subject, everyday words, unit and note. */
export function matching(
  subjects: readonly Subject[],
  entries: readonly CatalogueEntry[],
  unitName: (id: string) => string,
  { text, onlyListed }: { readonly text: string; readonly onlyListed: boolean },
): CatalogueLine[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const words = text.trim().split(/\s+/).filter(Boolean);
  return subjects
    .map((subject) => ({ subject, entry: byId.get(subject.id) ?? null }))
    .filter(({ subject, entry }) => {
      if (onlyListed && !entry) return false;
      const said = [...subject.path, ...subject.words, entry ? unitName(entry.unitId) : '', entry?.note ?? ''].join(
        ' ',
      );
      return words.every((word) => said.includes(word));
    });
}
