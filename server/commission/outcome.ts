import 'server-only';
import type { StepRefusal } from '@/domain/review';
import type { StepUpRefusal } from '@/domain/step-up';

/** Refusals of the commission that are about what was sent, each as a sentence with the field it is about. */
export const MISFITS = {
  exists: ['incident', 'This case is on its way already, or published and still standing.'],
  retired: ['incident', 'This record was merged into another one, which stands for it.'],
  unknown_pact: ['pact', 'There is no such pact.'],
  unknown_clause: ['clause', 'This pact has no such clause.'],
  unknown_case: ['accused', 'No live claim accuses this state of this incident under the clause.'],
  future: ['asOf', 'This day has not come yet.'],
  stale: ['content', 'What this rests on has changed since; look at it again.'],
  pending: ['kind', 'A publication or revocation of this finding waits for its second person.'],
  decided: ['id', 'This proposal is decided already.'],
  tabled: ['finding', 'It is on this agenda already.'],
  not_delegate: ['present', 'Somebody named is no delegate.'],
  has_voted: ['present', 'Somebody who voted at this sitting was there: they stay on the list.'],
  not_latest: ['present', 'A later sitting was held: who came to this one stays as it is.'],
  not_published: ['id', 'This finding is not published: there is no certificate of it.'],
} as const satisfies Record<string, readonly [field: string, sentence: string]>;
export type Misfit = keyof typeof MISFITS;

export type ActRefusal = StepRefusal | StepUpRefusal | Misfit;

export interface Refused {
  readonly ok: false;
  readonly code: ActRefusal;
  /** Whole seconds to wait, where too many codes were wrong. */
  readonly seconds?: number;
  /** What else to tell, such as the finding that stands in the way. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

/** What came of an act: what it made, or why not. */
export type Outcome<T extends object = object> = ({ readonly ok: true } & T) | Refused;

export const refused = (code: ActRefusal, beside?: Refused['beside']): Refused => ({
  ...{ ok: false, code },
  ...(beside === undefined ? {} : { beside }),
});
