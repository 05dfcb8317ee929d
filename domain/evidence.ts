import { z } from 'zod';
import { isInstantText } from './dates';
import { localId, text, webAddress } from './text';
import { TLP_MARKINGS } from './tlp';
import type { ConductCode } from './vocabulary';

/** What may be stored. Our own choices [D]; the server refuses what the browser lets through. */
export const EVIDENCE_LIMITS = {
  /** Largest file, bytes: 25 MiB. */
  maxBytes: 25 * 1024 * 1024,
  /** Most items of one incident. */
  maxItems: 200,
  /**
   * Types that can be kept and shown without running anything. Pages and SVG pictures can carry
   * scripts and archives can hide files, so they are refused.
   */
  mediaTypes: [
    'image/png',
    'image/jpeg',
    'image/webp',
    'application/pdf',
    'text/plain',
    'text/csv',
    'application/json',
    'message/rfc822',
    'application/vnd.tcpdump.pcap',
  ],
} as const;
export type EvidenceMediaType = (typeof EVIDENCE_LIMITS.mediaTypes)[number];

export const EVIDENCE_KINDS = ['file', 'screenshot', 'url-capture'] as const;

/** What can happen to an item in somebody's hands; `mismatch` is a hash that no longer agrees. */
export const CUSTODY_ACTIONS = [
  'captured',
  'received',
  'stored',
  'verified',
  'mismatch',
  'redacted',
  'sealed',
  'unsealed',
  'opened',
  'exported',
] as const;
export type CustodyAction = (typeof CUSTODY_ACTIONS)[number];

const instantText = z
  .string()
  .refine(isInstantText, 'expected an ISO instant in UTC, such as 2027-03-01T10:00Z');

/** SHA-256 of the bytes, in lower-case hex. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 of 64 lower-case hex digits');

/** One entry of the custody list: who did what to the item when, and why where a reason is owed. */
export const custodySchema = z.strictObject({
  at: instantText,
  by: text(300),
  action: z.enum(CUSTODY_ACTIONS),
  reason: text(2000).optional(),
});
export type CustodyEntry = z.infer<typeof custodySchema>;

/** A file name without a path or anything that hides in one. */
const fileName = text(255).refine(
  (name) => !/[/\\]/.test(name) && name !== '.' && name !== '..',
  'expected a file name without a path',
);

/**
 * One piece of evidence: what it is, whence and how it was taken, who had it (method.md 6, after the
 * Berkeley Protocol). The bytes lie elsewhere, under their hash.
 */
export const evidenceSchema = z.strictObject({
  id: localId,
  kind: z.enum(EVIDENCE_KINDS),
  name: fileName,
  description: text(4000),
  sha256: sha256Schema,
  mediaType: z.enum(EVIDENCE_LIMITS.mediaTypes),
  bytes: z
    .int()
    .min(1, 'expected a file that is not empty')
    .max(EVIDENCE_LIMITS.maxBytes, 'expected at most 25 MiB'),
  capturedAt: instantText,
  capturedBy: text(300),
  /** With its version. */
  tool: text(300),
  url: webAddress.nullable(),
  tlp: z.enum(TLP_MARKINGS),
  /** Only hash, description and the redacted working copy are seen; opening it takes a reason. */
  sealed: z.boolean(),
  /** Hash of the redacted working copy, itself stored. */
  workingCopy: sha256Schema.nullable(),
  /** Claims of the incident that rest on it. */
  claims: z.array(localId).max(200, 'expected at most 200 claims'),
  custody: z.array(custodySchema).min(1, 'expected at least how it came in').max(1000),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const HARMFUL: readonly ConductCode[] = ['data-theft-and-doxing'];

/** Whether evidence of some conduct starts out sealed: leaked material hurts again when it is shown. */
export function sealedByDefault(conduct: readonly ConductCode[]): boolean {
  return conduct.some((code) => HARMFUL.includes(code));
}

/** Endings of names, for the kinds of file that browsers often cannot name. */
const ENDINGS: Readonly<Record<string, EvidenceMediaType>> = {
  ...{ csv: 'text/csv', txt: 'text/plain', log: 'text/plain', json: 'application/json' },
  ...{ eml: 'message/rfc822', pcap: 'application/vnd.tcpdump.pcap' },
};
/** What a browser says of a file it does not know; some call every CSV a spreadsheet. */
const UNSURE: readonly string[] = ['', 'application/octet-stream', 'application/vnd.ms-excel'];

/** The type of a file: what the browser says, and where it is not sure the ending of the name. */
export function mediaTypeOf({ name, type }: { readonly name: string; readonly type: string }) {
  const said = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!UNSURE.includes(said)) return said;
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? said) : said;
}

const mib = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 100) / 100}`;

/** Why a file cannot be stored, in a sentence; null where it can. */
export function fileRefusal(file: {
  readonly mediaType: string;
  readonly bytes: number;
}): string | null {
  if (!EVIDENCE_LIMITS.mediaTypes.some((type) => type === file.mediaType))
    return `This type of file cannot be stored (${file.mediaType === '' ? 'unknown' : file.mediaType}). Pictures (PNG, JPEG, WebP), PDF, plain text, CSV, JSON, mail and packet captures can.`;
  if (file.bytes <= 0) return 'This file is empty.';
  if (file.bytes > EVIDENCE_LIMITS.maxBytes)
    return `This file has ${mib(file.bytes)} MiB; at most ${mib(EVIDENCE_LIMITS.maxBytes)} can be stored.`;
  return null;
}
