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

/** What is read of a user to know what they may. */
export const PERSON_ROW = {
  ...{ id: true, name: true, disabledAt: true, sessionEpoch: true },
  roles: { where: { revokedAt: null } },
} as const;

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly disabledAt: Date | null;
  readonly roles: readonly GrantRow[];
}

/** The person in a row. */
export function personIn({ id, name, disabledAt, roles }: PersonRow): Person {
  const grants = roles.map(grantIn).filter((grant) => grant !== null);
  return { kind: 'person', id, name, grants, disabled: disabledAt !== null };
}

/** A person as they stand now, with the epoch their sessions must have, or null. */
export async function findPerson(
  id: string,
  within: Tx = database(),
): Promise<(Person & { readonly epoch: number }) | null> {
  const user = await within.user.findUnique({ where: { id }, select: PERSON_ROW });
  return user === null ? null : { ...personIn(user), epoch: user.sessionEpoch };
}
