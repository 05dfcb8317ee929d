import 'server-only';
import type { Account, Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { emailSchema } from '@/domain/account';

const ID = 'oidc';

const claimsSchema = z.object({ sub: z.string(), email: z.string(), email_verified: z.boolean() });
type Claims = z.infer<typeof claimsSchema>;

/** Whether OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET name a provider to sign in with. */
export function oidcProvider(): OAuthConfig<Claims> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  const issuer = OIDC_ISSUER.replace(/\/$/, '');
  return {
    id: ID,
    name: process.env.OIDC_NAME || 'your organisation',
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: ({ sub }) => ({ id: sub }),
  };
}

export const isOidc = (account: Account | null): boolean => account?.provider === ID;

/**
 * The address a provider vouches for, or null. Only a verified one is taken for a person: otherwise
 * anybody could claim an account by writing its address into their profile.
 */
export function verifiedEmail(profile: Profile | undefined): string | null {
  const claims = claimsSchema.safeParse(profile);
  if (!claims.success || !claims.data.email_verified) return null;
  return emailSchema.safeParse(claims.data.email).data ?? null;
}
