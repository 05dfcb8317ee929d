import 'server-only';
import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';
import { create } from 'qrcode';
import type { Instant } from '@/domain/dates';
import { CODE_DIGITS, type Enrolment, STEP_SECONDS, WINDOW_STEPS } from '@/domain/step-up';

const ISSUER = 'Servanda';
const settings = { digits: CODE_DIGITS, period: STEP_SECONDS } as const;
const secondsOf = (at: Instant) => Math.floor(at / 1000);

/** A new secret of 160 random bits, in base 32. */
export const newSecret = (): string => generateSecret({ length: 20 });

/** The step within the window whose code this is, or null. */
export function stepOf(secret: string, digits: string, at: Instant): number | null {
  const found = verifySync({
    ...{ ...settings, secret, token: digits, epoch: secondsOf(at) },
    epochTolerance: WINDOW_STEPS * STEP_SECONDS,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}

/** The code of an instant. */
export const codeAt = (secret: string, at: Instant): string =>
  generateSync({ ...settings, secret, epoch: secondsOf(at) });

/** The dark modules of a QR code as one SVG path, with the quiet zone that readers need. */
function pictureOf(address: string): Enrolment['picture'] {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const dark = [...modules.data].flatMap((module, index) => {
    const [x, y] = [index % modules.size, Math.floor(index / modules.size)];
    return module === 0 ? [] : [`M${x + quiet} ${y + quiet}h1v1h-1z`];
  });
  return { size: modules.size + 2 * quiet, path: dark.join('') };
}

/** What an authenticator is given: the key to type, the address behind the picture, the picture. */
export function shown(secret: string, email: string): Enrolment {
  const address = generateURI({ ...settings, issuer: ISSUER, label: email, secret });
  return { key: secret, address, picture: pictureOf(address) };
}
