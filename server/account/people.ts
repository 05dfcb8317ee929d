import 'server-only';
import type { Person } from '@/domain/actor';
import { type Grant, grantSchema } from '@/domain/role';
import { database } from '@/server/database';
import type { Tx } from '@/server/ledger';

interface GrantRow {
  role: string;
  party: string | null;
  pactId: string | null;
}

/** The grant in a row, or null where the row says nothing we know. */
export function grantIn({ role, party, pactId }: GrantRow): Grant | null {
  const said = role === 'delegate' ? { role, party, pact: pactId } : { role };
  return grantSchema.safeParse(said).data ?? null;
}

/** The row of a grant. */
export function rowOf(grant: Grant): GrantRow {
  return grant.role === 'delegate'
    ? { role: grant.role, party: grant.party, pactId: grant.pact }
    : { role: grant.role, party: null, pactId: null };
}

/** A person as they stand now, with the epoch their sessions must have, or null. */
export async function findPerson(
  id: string,
  within: Tx = database(),
): Promise<(Person & { readonly epoch: number }) | null> {
  const user = await within.user.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, disabledAt: true, sessionEpoch: true },
      roles: { where: { revokedAt: null } },
    },
  });
  if (user === null) return null;
  const grants = user.roles.map(grantIn).filter((grant) => grant !== null);
  return {
    ...{ kind: 'person', id: user.id, name: user.name, grants },
    ...{ disabled: user.disabledAt !== null, epoch: user.sessionEpoch },
  };
}
