import { z } from 'zod';
import { stateSchema } from './states';
import { slug } from './text';

/** What a person may be trusted with (design: who does what). Signed out, or without a role: visitor. */
export const ROLES = [
  'recorder',
  'analyst',
  'reviewer',
  'delegate',
  'chair',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that are held as they are; a delegate also speaks for a party. */
export const PLAIN_ROLES = [
  'recorder',
  'analyst',
  'reviewer',
  'chair',
  'auditor',
  'admin',
] as const satisfies readonly Role[];
export type PlainRole = (typeof PLAIN_ROLES)[number];

/** A role somebody holds. A delegate's is for one party and for one pact, or (null) for all. */
export const grantSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(PLAIN_ROLES) }),
  z.strictObject({
    role: z.literal('delegate'),
    party: stateSchema,
    pact: slug.nullable(),
  }),
]);
export type Grant = z.infer<typeof grantSchema>;

/** Whether two grants say the same: a role is not held twice. */
export function sameGrant(one: Grant, other: Grant): boolean {
  if (one.role !== 'delegate' || other.role !== 'delegate') return one.role === other.role;
  return one.party === other.party && one.pact === other.pact;
}

/** Roles that decide on findings or records of others. */
const SIGNING: readonly Role[] = ['reviewer', 'delegate', 'chair'];

/**
 * Why a grant may not join those a person holds, as a sentence, or null where it may. An auditor
 * writes nothing and an admin signs nothing, whatever else they hold, so the mixture is refused when
 * it is made; and nobody speaks for two parties.
 */
export function grantConflict(held: readonly Grant[], wanted: Grant): string | null {
  const roles = [...held, wanted].map(({ role }) => role);
  if (roles.includes('auditor') && roles.some((role) => role !== 'auditor'))
    return 'An auditor writes nothing, so holds no other role.';
  if (roles.includes('admin') && roles.some((role) => SIGNING.includes(role)))
    return 'An admin signs nothing, so is no reviewer, delegate or chair.';
  const party = wanted.role === 'delegate' ? wanted.party : null;
  if (held.some((grant) => grant.role === 'delegate' && party !== null && grant.party !== party))
    return 'A delegate speaks for one party only.';
  if (held.some((grant) => sameGrant(grant, wanted))) return 'They hold this role already.';
  return null;
}

/** A grant in words, such as `delegate of RU, for every pact`. */
export function grantInWords(grant: Grant): string {
  if (grant.role !== 'delegate') return grant.role;
  return `delegate of ${grant.party}, for ${grant.pact === null ? 'every pact' : grant.pact}`;
}
