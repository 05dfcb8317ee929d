import { z } from 'zod';
import type { Instant } from './dates';

/**
 * Step-up: before a vote or a publication the person proves again that it is they, with a one-time
 * code of their authenticator (RFC 6238) sent along with the act itself. The numbers here are our
 * own choice [D] within that standard; they protect accounts and enter no finding.
 */

/** A code holds for one step of this many seconds, and has this many digits. */
export const STEP_SECONDS = 30;
export const CODE_DIGITS = 6;
/** Steps a clock may be off, either way. */
export const WINDOW_STEPS = 1;
/** Codes handed out once at enrolment, each good for one act when the authenticator is not at hand. */
export const RECOVERY_CODES = 10;
/** Wrong codes within the window below, before the next is not even looked at. */
export const STEP_UP_TRIES = 5;
export const TRIES_WINDOW_MS = 15 * 60_000;
/** How long a secret that was shown waits for its first code, in milliseconds. */
export const CONFIRM_WITHIN_MS = 15 * 60_000;

/** The step an instant lies in, counted from 1970. */
export const stepAt = (at: Instant): number => Math.floor(at / 1000 / STEP_SECONDS);

/** Letters and digits of recovery codes: none is easily taken for another (Crockford's base 32). */
export const RECOVERY_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_LENGTH = 4;
export const RECOVERY_LENGTH = GROUPS * GROUP_LENGTH;

/** A recovery code in groups of four, as it is shown: `7K2M-9QXA-…`. */
export function inGroups(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g')) ?? []).join('-');
}

export type StepUpCode =
  | { readonly kind: 'authenticator'; readonly digits: string }
  | { readonly kind: 'recovery'; readonly code: string };

const DIGITS = new RegExp(`^\\d{${CODE_DIGITS}}$`);
const RECOVERY = new RegExp(`^[${RECOVERY_ALPHABET}]{${RECOVERY_LENGTH}}$`);

/**
 * What somebody typed as a code: six digits, spaces ignored, or a recovery code in any case, with
 * or without its hyphens, O read as 0 and I and L as 1. Null where it is neither.
 */
export function readCode(typed: string): StepUpCode | null {
  const bare = typed.replace(/[\s-]/g, '').toUpperCase();
  if (DIGITS.test(bare)) return { kind: 'authenticator', digits: bare };
  const code = bare.replace(/O/g, '0').replace(/[IL]/g, '1');
  return RECOVERY.test(code) ? { kind: 'recovery', code } : null;
}

/** The field `stepUp` of a request: what was typed, bounded; whether it is a code is told apart later. */
export const stepUpSchema = z
  .string({ error: 'expected a code of your authenticator, or a recovery code' })
  .trim()
  .min(1, 'expected a code of your authenticator, or a recovery code')
  .max(40, 'expected at most 40 characters');

/**
 * What a code of the authenticator is worth. `matched` is the step whose code it is, or null where
 * it is of no step within the window; `lastStep` is the step of the last code accepted. A code is
 * accepted once, and none older than the last one (RFC 6238 section 5.2).
 */
export function judgeStep(
  matched: number | null,
  lastStep: number | null,
): 'ok' | 'wrong' | 'replayed' {
  if (matched === null) return 'wrong';
  return lastStep !== null && matched <= lastStep ? 'replayed' : 'ok';
}

/** Wrong codes so far, and since when they are counted. */
export interface Tries {
  readonly failures: number;
  readonly since: Instant | null;
}
export const NO_TRIES: Tries = { failures: 0, since: null };

/** When the count ends that is under way, or null where none is. */
const endOf = ({ since }: Tries, now: Instant): Instant | null =>
  since !== null && now < since + TRIES_WINDOW_MS ? since + TRIES_WINDOW_MS : null;

/** Whole seconds to wait before another code is looked at; 0 where none. */
export function secondsToWait(tries: Tries, now: Instant): number {
  const end = endOf(tries, now);
  return tries.failures < STEP_UP_TRIES || end === null ? 0 : Math.ceil((end - now) / 1000);
}

/** The count after one more wrong code; it starts anew once its window has passed. */
export function afterFailure(tries: Tries, now: Instant): Tries {
  return endOf(tries, now) === null
    ? { failures: 1, since: now }
    : { failures: tries.failures + 1, since: tries.since };
}

/** Each refusal in a sentence. */
export const STEP_UP_REFUSALS = {
  not_enrolled: 'Set up step-up codes on your account page first: this needs one.',
  wrong: 'This code is not right. Take the one your authenticator shows now.',
  replayed: 'This code was used already. Wait for the next one: each is accepted once.',
  throttled: 'Too many wrong codes. Wait before the next try.',
} as const;
export type StepUpRefusal = keyof typeof STEP_UP_REFUSALS;

/** What a code was worth: accepted, and by which means, or why not. */
export type StepUpResult =
  | { readonly ok: true; readonly by: StepUpCode['kind'] }
  | {
      readonly ok: false;
      readonly code: StepUpRefusal;
      /** Whole seconds to wait, where too many were wrong. */
      readonly seconds?: number;
    };

/** Step-up of an account as its owner sees it: never the secret. */
export const stepUpStateSchema = z.object({
  enrolledAt: z.string().nullable(),
  recoveryLeft: z.int(),
  /** Whether beginning an enrolment asks for the account's password. */
  asksPassword: z.boolean(),
  /** On a demonstration account: its published key and the code of this moment. */
  demo: z.object({ key: z.string(), code: z.string(), seconds: z.int() }).nullable(),
});
export type StepUpState = z.infer<typeof stepUpStateSchema>;

/** What enrolment shows, once: the key as text, and as a square of modules to scan. */
export const enrolmentSchema = z.object({
  key: z.string(),
  address: z.string(),
  /** An SVG path of the dark modules in a square of `size` units. */
  picture: z.object({ size: z.int(), path: z.string() }),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

export const recoverySchema = z.object({ recoveryCodes: z.array(z.string()) });
