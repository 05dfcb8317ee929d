import { type MisfitWords, misfit } from '@/app/api/v1/misfit';
import { REFUSALS, type Refusal } from '@/domain/permission';
import { forbidden } from '@/server/problem';

/** Refusals of drafts of pacts and of adherence, each about a field of what was sent. */
const WORDS = {
  too_many: [409, 'id', 'You keep as many drafts as one person can; keep or delete some first.'],
  unknown_pact: [404, 'pact', 'There is no such pact, or no such version of it.'],
  unknown_clause: [404, 'set', 'This pact has no such clause to move a number of.'],
  unknown_version: [404, 'version', 'There is no such version of this pact.'],
  taken: [409, 'id', 'This id is taken; choose another.'],
  not_author: [403, 'id', 'This draft is somebody else’s: fork one of your own.'],
  stale: [409, 'basedOn', 'Somebody saved another revision meanwhile; nothing was overwritten.'],
  deleted: [409, 'id', 'This draft was deleted; take it back first.'],
  kept: [409, 'id', 'This draft has become a version, which stays as it is: fork that one.'],
  exists: [409, 'newId', 'A pact with this id exists; choose another id.'],
  no_origin: [400, 'newId', 'This draft began from no pact: give the new pact an id.'],
  other_text: [
    409,
    'textHash',
    'That version says something else than what this hash is of. Nothing was recorded.',
  ],
  unknown_counter: [400, 'counterProposalId', 'There is no pact with this id in the library.'],
} as const satisfies Record<string, MisfitWords>;
type Misfit = keyof typeof WORDS;

const isRefusal = (code: Refusal | Misfit): code is Refusal => Object.hasOwn(REFUSALS, code);

/** A refused act on a draft of a pact, or on its adherence, as an answer. */
export function refusedPactAct(
  code: Refusal | Misfit,
  body: Record<string, unknown> = {},
): Response {
  if (isRefusal(code)) return forbidden(code);
  return misfit(code, WORDS[code], body);
}
