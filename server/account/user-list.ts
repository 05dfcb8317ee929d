import 'server-only';
import type { ListedUser } from '@/domain/account';
import { database } from '@/server/database';
import { grantIn } from './people';

/** Every account with the roles it holds, by name. */
export async function listUsers(): Promise<ListedUser[]> {
  const users = await database().user.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: {
      stepUp: { select: { confirmedAt: true } },
      roles: { where: { revokedAt: null }, orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }] },
    },
  });
  return users.map(({ id, name, email, disabledAt, passwordHash, stepUp, createdAt, roles }) => ({
    ...{ id, name, email, disabled: disabledAt !== null, setUp: passwordHash !== null },
    stepUp: (stepUp?.confirmedAt ?? null) !== null,
    createdAt: createdAt.toISOString(),
    grants: roles.flatMap((row) => {
      const grant = grantIn(row);
      return grant === null ? [] : [{ id: row.id, grant }];
    }),
  }));
}
