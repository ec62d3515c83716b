import { listAccounts } from '../../db/central/accounts.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Author } from '../../shared/domain/people.ts';
import type { Service } from '../service.ts';

/** Names of accounts, read once and again when somebody unknown appears. */
export interface Names {
  learn(ids: readonly AccountId[]): Promise<void>;
  /** Accounts nobody knows are shown by nothing but a dash. */
  readonly find: (id: AccountId) => Author;
}

export function createNames({ db }: Pick<Service, 'db'>): Names {
  let known = new Map<AccountId, Author>();
  return {
    async learn(ids) {
      if (ids.every((id) => known.has(id))) return;
      const rows = await listAccounts(db);
      known = new Map(rows.map(({ id, jobNumber, name }) => [id, { accountId: id, jobNumber, name }]));
    },
    find: (id) => known.get(id) ?? { accountId: id, jobNumber: '00', name: '—' },
  };
}
