import { notThere } from '@/app/api/v1/asked';
import { refusedFields } from '@/app/api/v1/body';
import { type MisfitWords, misfit } from '@/app/api/v1/misfit';
import type { CodedFault } from '@/domain/fault';
import type { Refusal } from '@/domain/permission';
import { RECORD_TOO_LARGE } from '@/server/corpus/size';
import { forbidden } from '@/server/problem';

const WORDS = {
  decided: [409, 'id', 'This proposal is decided already.'],
  not_latest: [
    409,
    'basedOn',
    'Another version was added meanwhile. Decline this, and propose the change of the latest version.',
  ],
  unknown_pact: [404, 'pact', 'There is no such pact.'],
} as const satisfies Record<string, MisfitWords>;

type Refused =
  | { readonly code: Refusal | keyof typeof WORDS | 'record_too_large' }
  | { readonly code: 'invalid'; readonly faults: readonly CodedFault[] };

const isMisfit = (code: string): code is keyof typeof WORDS => Object.hasOwn(WORDS, code);

/** A refused act about the policy as an answer. */
export function refusedPolicy(refused: Refused): Response {
  if ('faults' in refused) return refusedFields(refused.faults).response;
  const { code } = refused;
  if (code === 'record_too_large') return notThere(RECORD_TOO_LARGE.refusal);
  if (!isMisfit(code)) return forbidden(code);
  return misfit(code, WORDS[code]);
}
