import { accountIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { DEFAULT_ROLES, type Actor } from '../../shared/domain/people.ts';

/** Somebody who reads reports and has no account: what they see follows from these grants alone. */
export function reader(
  sensitivities: Actor['grants']['sensitivities'] = ['normal', 'secret'],
  units: readonly string[] | 'all' = 'all',
): Actor {
  return {
    accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000099'),
    jobNumber: '9901',
    name: '读者',
    unitId: null,
    roles: ['overseer'],
    grants: {
      permissions: [...DEFAULT_ROLES.overseer.permissions],
      sensitivities,
      units: units === 'all' ? 'all' : units.map((unit) => unitIdSchema.parse(unit)),
    },
  };
}
