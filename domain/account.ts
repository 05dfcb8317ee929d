import { z } from 'zod';
import { grantSchema } from './role';
import { text } from './text';

/** An address to sign in with; lower case, so that one person is one account. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'expected at most 254 characters')
  .pipe(z.email('expected an e-mail address such as name@example.org'));

/**
 * A new password: long rather than intricate (NIST SP 800-63B), in one Unicode form so that every
 * keyboard gives the same one.
 */
export const newPasswordSchema = z
  .string()
  .transform((password) => password.normalize('NFKC'))
  .pipe(
    z
      .string()
      .min(12, 'expected at least 12 characters')
      .max(256, 'expected at most 256 characters')
      .refine(
        (password) => new Set(password).size >= 5,
        'expected more than a few characters, repeated',
      ),
  );

export const nameSchema = text(120).transform((name) => name.trim());

/** What is asked of somebody who signs in. */
export const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z
    .string()
    .min(1)
    .max(1024)
    .transform((password) => password.normalize('NFKC')),
});
export type Credentials = z.infer<typeof credentialsSchema>;

/** A new account, with the roles it starts with. */
export const newUserSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  grants: z.array(grantSchema).max(20, 'expected at most 20 roles').default([]),
});
export type NewUser = z.infer<typeof newUserSchema>;

/** Setting an account up by a one-time link: the first admin also says who they are. */
export const setUpSchema = z.strictObject({
  token: z.string().min(1).max(200),
  password: newPasswordSchema,
  who: z.strictObject({ name: nameSchema, email: emailSchema }).optional(),
});
export type SetUp = z.infer<typeof setUpSchema>;

/** An account as the list of users tells it. */
export const listedUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  disabled: z.boolean(),
  /** Whether its owner has set a password yet. */
  setUp: z.boolean(),
  /** Whether an authenticator confirms their acts. */
  stepUp: z.boolean(),
  createdAt: z.string(),
  /** The roles it holds, each with the id by which it is taken away. */
  grants: z.array(z.object({ id: z.string(), grant: grantSchema })),
});
export type ListedUser = z.infer<typeof listedUserSchema>;
export const userListSchema = z.object({ users: z.array(listedUserSchema) });
