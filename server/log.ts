import 'server-only';
import { type DestinationStream, type Logger, pino } from 'pino';
import { processWide } from './process-wide';

/** Names under which secrets travel, at the top of a line or one or two levels down. */
const SECRET = [
  'password',
  'passwordHash',
  'token',
  'tokenHash',
  'secret',
  'clientSecret',
  'authorization',
  'cookie',
  'set-cookie',
  'csrfToken',
  'setUpLink',
  'stepUp',
  'sealed',
  'recoveryCodes',
  'id_token',
  'access_token',
  'refresh_token',
];

const quoted = SECRET.map((name) => `["${name}"]`);

/** A log of JSON lines in which nothing secret is written, whoever logs it. */
export function logTo(stream?: DestinationStream): Logger {
  const options = {
    level: process.env.LOG_LEVEL || 'info',
    base: null,
    redact: {
      paths: [
        ...quoted,
        ...quoted.map((name) => `*${name}`),
        ...quoted.map((name) => `*.*${name}`),
      ],
      censor: '[redacted]',
    },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}

/** The log of this process. */
export const log = (): Logger => processWide('log', () => logTo());
