import { describe, expect, it } from 'vitest';
import { demoAccounts } from '../../../server/demo/accounts.ts';
import { DEFAULT_ROLES } from '../../../shared/domain/people.ts';
import { DEMO_HINT } from './text.ts';

describe('the accounts named on a demo’s sign-in page', () => {
  it('exist in the demo, in the role and with the password they are named with', () => {
    for (const hint of DEMO_HINT.accounts) {
      const account = demoAccounts().find(({ jobNumber }) => jobNumber === hint.jobNumber);
      expect(account?.roles.map((role) => DEFAULT_ROLES[role].name)).toEqual([hint.role]);
      expect(account?.password).toBe(DEMO_HINT.password);
    }
  });
});
