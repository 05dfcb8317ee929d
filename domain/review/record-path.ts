import type { Incident } from '@/domain/incident';
import { from, type Path } from './path';

/** Where the record of an incident stands (method.md 6). */
export const RECORD_STATES = [
  'draft',
  'submitted',
  'in_review',
  'accepted',
  'returned',
  'revised',
  'retracted',
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export const RECORD_ACTIONS = [
  'submit',
  'take_up',
  'accept',
  'return',
  'revise',
  'reconcile',
  'retract',
  'restore',
] as const;
export type RecordAction = (typeof RECORD_ACTIONS)[number];

/** What is logged or imported starts as a draft; the demonstration corpus was reviewed before it came here. */
export const FIRST_RECORD_STATE = {
  logged: 'draft',
  imported: 'draft',
  demonstration: 'accepted',
} as const satisfies Record<string, RecordState>;

/** Where a record begins; one that came in retracted is retracted. */
export const firstRecordState = (
  origin: keyof typeof FIRST_RECORD_STATE,
  status: Incident['status'],
): RecordState => (status === 'retracted' ? 'retracted' : FIRST_RECORD_STATE[origin]);

const ALL_BUT_RETRACTED = RECORD_STATES.filter((state) => state !== 'retracted');

/**
 * The path of a record. A revision of what is under review, accepted or returned makes it `revised`,
 * to be submitted again: what is judged does not move under whoever judges it. What was returned is
 * revised before it is submitted again. A judgement passes through `in_review`; who accepts or
 * returns what nobody took up, takes it up first. Codes that two analysts reconciled are written into
 * a record under review as part of that review, which waits for them; into an accepted one they are a
 * revision like any other. Retraction and restoration take two people; what is restored is reviewed
 * anew.
 */
export const RECORD_PATH = {
  submit: {
    ...{ by: 'incident.submit', guards: [], reasoned: false, code: 'record.submitted' },
    moves: from(['draft', 'revised'], 'submitted'),
  },
  take_up: {
    ...{ by: 'incident.take_up', guards: [], reasoned: false, code: 'record.taken_up' },
    moves: from(['submitted'], 'in_review'),
  },
  accept: {
    ...{ by: 'incident.accept', guards: ['second_coding', 'reconciled'], reasoned: false },
    code: 'record.accepted',
    moves: from(['in_review'], 'accepted'),
  },
  return: {
    ...{ by: 'incident.return', guards: [], reasoned: true, code: 'record.returned' },
    moves: from(['in_review'], 'returned'),
  },
  revise: {
    ...{ by: 'incident.revise', guards: [], reasoned: true, code: 'record.revised' },
    moves: {
      draft: ['draft'],
      ...from(['submitted', 'in_review', 'accepted', 'returned', 'revised'], 'revised'),
    },
  },
  reconcile: {
    ...{ by: 'coding.reconcile', guards: ['second_coding'], reasoned: false },
    code: 'record.reconciled',
    moves: { ...from(['submitted', 'in_review'], 'same'), accepted: ['revised'] },
  },
  retract: {
    ...{ by: 'record.retract', second: 'record.second', guards: [], reasoned: true },
    code: 'record.retracted',
    moves: from(ALL_BUT_RETRACTED, 'retracted'),
  },
  restore: {
    ...{ by: 'record.restore', second: 'record.second', guards: [], reasoned: true },
    code: 'record.restored',
    moves: from(['retracted'], 'revised'),
  },
} as const satisfies Path<RecordState, RecordAction>;
