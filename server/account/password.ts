import 'server-only';
import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP's password storage cheat sheet names first. */
const ARGON: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of something nobody knows, with the same parameters: verifying against it takes as long. */
let nobody: Promise<string> | undefined;

/** Hashing is costly on purpose; more than this many at once wait, and more than that are refused. */
const AT_ONCE = 2;
const IN_LINE = 40;
let busy = 0;
const line: (() => void)[] = [];

/** Too many sign-ins are being checked at this moment. */
export class TooBusy extends Error {
  override name = 'TooBusy';
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (line.length >= IN_LINE) throw new TooBusy('Too many sign-ins at once.');
  if (busy >= AT_ONCE) await new Promise<void>((go) => line.push(go));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, ARGON));

/**
 * Whether a password is the one that was hashed. Without a hash (an unknown account, or one without
 * a password) as much work is done, and the answer is no.
 */
export function isPassword(password: string, kept: string | null): Promise<boolean> {
  return inTurn(async () => {
    nobody ??= hash(crypto.randomUUID(), ARGON);
    const right = await verify(kept ?? (await nobody), password);
    return right && kept !== null;
  });
}
