import { expect, test } from 'vitest';
import { type Actor, VISITOR } from './actor';
import { adminPartsOf } from './administration';
import { ROLES, type Role } from './role';

const holding = (role: Role): Actor => ({
  ...{ kind: 'person', id: 'me', name: 'Me', disabled: false },
  grants: [role === 'delegate' ? { role, party: 'US', pact: null } : { role }],
});

const SEEN: Readonly<Partial<Record<Role, string>>> = {
  chair: 'policy',
  auditor: 'users delegations policy sessions',
  admin: 'users delegations policy sessions',
};

test.each(ROLES)('%s', (role) => {
  const seen = adminPartsOf(holding(role)).map(({ path }) => path);
  expect(seen.join(' ')).toBe(SEEN[role] ?? '');
});

test('a visitor sees none', () => {
  expect(adminPartsOf(VISITOR)).toEqual([]);
});
