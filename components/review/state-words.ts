import type { RecordAction, RecordState } from '@/domain/review/record-path';

/** Where a record stands, in a word or two. */
export const STATE_WORDS: Readonly<Record<RecordState, string>> = {
  draft: 'Not submitted',
  submitted: 'Submitted',
  in_review: 'In review',
  accepted: 'Accepted',
  returned: 'Returned',
  revised: 'Revised',
  retracted: 'Retracted',
};

/** The same in a sentence. */
export const STATE_SENTENCES: Readonly<Record<RecordState, string>> = {
  draft: 'Nobody has submitted this record for review yet.',
  submitted: 'Submitted; it waits for a reviewer and for a second, blind coding.',
  in_review: 'A reviewer has taken it up.',
  accepted: 'Coded by two analysts and accepted by a reviewer, or reviewed before it came here.',
  returned: 'Returned with a reason; it has to be revised before it is submitted again.',
  revised: 'Revised since it was last submitted; it has to be submitted again.',
  retracted: 'Retracted by two people.',
};

/** What was done, after who did it. */
export const STEP_WORDS: Readonly<Record<RecordAction, string>> = {
  submit: 'submitted it',
  take_up: 'took it up',
  accept: 'accepted it',
  return: 'returned it',
  revise: 'revised it',
  reconcile: 'reconciled its codings',
  retract: 'confirmed its retraction',
  restore: 'confirmed its restoration',
};
