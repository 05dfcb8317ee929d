import { type MisfitWords, misfit } from '@/app/api/v1/misfit';
import type { Refusal } from '@/domain/permission';
import { refusalSentence, STEP_REFUSALS, type StepRefusal } from '@/domain/review';
import { GUARDS } from '@/domain/review/path';
import { forbidden, problem } from '@/server/problem';

/** Refusals of records, drafts, codings and proposals that are about a field of what was sent. */
const WORDS = {
  exists: [
    409,
    'incident.id',
    'An incident with this id exists; choose another id or revise that one.',
  ],
  draft: [404, 'draft', 'There is no such draft of yours that is open.'],
  submitted: [409, 'draft', 'This draft has become a record already.'],
  renamed: [400, 'incident.id', 'The id of a record stays; send the id it has.'],
  unchanged: [400, 'incident', 'Nothing differs from the current revision.'],
  retraction: [
    400,
    'incident.status',
    'Retracting or restoring a record takes two people: propose it.',
  ],
  unknown_revision: [400, 'basedOn', 'There is no such revision of this record.'],
  stale: [409, 'basedOn', 'Somebody saved another version meanwhile; nothing was overwritten.'],
  taken: [409, 'id', 'This id is taken; choose another.'],
  deleted: [409, 'id', 'This draft was deleted; take it back first.'],
  retired: [409, 'id', 'This record was merged into another one, which stands for it.'],
  too_many: [
    409,
    'payload',
    'You keep as many drafts as one person can; finish or delete some first.',
  ],
  too_late: [409, 'id', 'A record can be undone by its author within 60 seconds of logging it.'],
  changed: [
    409,
    'id',
    'This record has changed since it was logged; propose to retract it instead.',
  ],
  not_retracted: [409, 'kind', 'This record is neither retracted nor merged.'],
  retracted: [409, 'kind', 'This record is retracted already.'],
  pending: [409, 'kind', 'The same is proposed for this record already.'],
  into: [400, 'into', 'Name another record, one that you may see and that stands for itself.'],
  decided: [409, 'id', 'This proposal is decided already.'],
  stale_proposal: [
    409,
    'id',
    'The record has changed so that this can no longer be done; decline it.',
  ],
  mismatch: [
    422,
    'sha256',
    'What arrived has another SHA-256 than was announced. Nothing was stored.',
  ],
  too_many_items: [409, 'file', 'This record holds as many pieces of evidence as one can.'],
  withdrawn: [409, 'id', 'This piece of evidence is withdrawn already.'],
  not_withdrawn: [409, 'id', 'This piece of evidence is not withdrawn.'],
  unknown_claim: [400, 'claims', 'Name claims of this incident by their ids.'],
  moved_on: [
    409,
    'basedOn',
    'The record has reached another revision; look at that one before you decide.',
  ],
  not_assigned: [403, 'id', 'This coding was given to somebody else.'],
  handed_in: [409, 'id', 'This coding was handed in already.'],
  not_handed_in: [409, 'id', 'The second coding is not in yet.'],
  superseded: [409, 'id', 'Another coding has taken the place of this one.'],
  settled: [409, 'id', 'Nothing is open between these codings any more.'],
  coded: [409, 'id', 'This record is being coded, or was coded twice as it stands.'],
  not_coded_now: [409, 'id', 'Only a record that was accepted can be sent to be coded again.'],
} as const satisfies Record<string, MisfitWords>;
export type Misfit = keyof typeof WORDS;

/** Refusals of a step on the path, for which the domain has the sentence. */
type PathRefusal = Exclude<StepRefusal, Refusal>;
const isOfPath = (code: string): code is PathRefusal =>
  Object.hasOwn(GUARDS, code) || Object.hasOwn(STEP_REFUSALS, code);

/** A step that cannot be taken: 400 where a reason is missing, 403 what no person does, else 409. */
function refusedStep(code: PathRefusal): Response {
  const path = code === 'reason_missing' ? 'reason' : 'action';
  const status = code === 'reason_missing' ? 400 : code === 'system_only' ? 403 : 409;
  const detail = refusalSentence(code);
  const faults = [{ path, code, message: detail }];
  return problem({ status, title: 'Does not fit', code, detail, faults });
}

const isMisfit = (code: string): code is Misfit => Object.hasOwn(WORDS, code);

/** A refused act as an answer: of the privilege table, of the path, or about a field. */
export function refusedAct(
  code: StepRefusal | Misfit,
  body: Record<string, unknown> = {},
): Response {
  if (isOfPath(code)) return refusedStep(code);
  if (!isMisfit(code)) return forbidden(code);
  return misfit(code, WORDS[code], body);
}
