import type { CatalogueEntry } from '../../../shared/domain/catalogue.ts';
import { useDeskQuery } from '../../data/use-query.ts';

/** 派单目录 as this desk has it: which unit a subject goes to. */
export function useCatalogue(): readonly CatalogueEntry[] {
  return useDeskQuery({ key: ['catalogue'], tables: ['catalogue'], run: (desk) => desk.catalogue.list() }).data ?? [];
}
