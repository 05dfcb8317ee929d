import 'server-only';
import { database } from '@/server/database';
import { grantIn } from './people';

/** Every account with the roles it holds, by name. */
export async function listUsers() {
  const users = await database().user.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true, email: true, disabledAt: true, createdAt: true },
      passwordHash: true,
      roles: { where: { revokedAt: null }, orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }] },
    },
  });
  return users.map(({ roles, passwordHash, disabledAt, createdAt, ...user }) => ({
    ...user,
    disabled: disabledAt !== null,
    /** Whether they have set a password yet. */
    setUp: passwordHash !== null,
    createdAt: createdAt.toISOString(),
    grants: roles.flatMap((row) => {
      const grant = grantIn(row);
      return grant === null ? [] : [{ id: row.id, ...grant }];
    }),
  }));
}
export type ListedUser = Awaited<ReturnType<typeof listUsers>>[number];
