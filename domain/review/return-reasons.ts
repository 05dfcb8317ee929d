/** A reason to return a record, chosen by its number and then completed by the reviewer. */
export interface ReturnReason {
  readonly number: number;
  readonly label: string;
  /** What the reviewer starts from. */
  readonly text: string;
}

const reasons: readonly Omit<ReturnReason, 'number'>[] = [
  {
    label: 'A source is missing',
    text: 'A statement rests on no source. Name one, or leave it out:',
  },
  {
    label: 'The source does not say so',
    text: 'The source named does not say what the record says. See:',
  },
  { label: 'A grade is not justified', text: 'The grade of this claim is not borne out:' },
  {
    label: 'Claims are not independent',
    text: 'These claims rest on the same evidence and belong to one cluster:',
  },
  {
    label: 'A date is wrong or too precise',
    text: 'This date, or its precision, is not borne out:',
  },
  {
    label: 'A notification or response is missing',
    text: 'The record leaves out what was notified or answered:',
  },
  { label: 'The wording is not neutral', text: 'State what happened without judging it:' },
  { label: 'It is on record already', text: 'This is the same incident as:' },
  { label: 'The marking is too low', text: 'This holds what its sources did not release for it:' },
];

/** Numbered from 1 to 9, for a single key press. */
export const RETURN_REASONS: readonly ReturnReason[] = reasons.map((reason, at) => ({
  number: at + 1,
  ...reason,
}));
