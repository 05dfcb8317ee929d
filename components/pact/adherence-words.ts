import type { AdherenceState } from '@/domain/pact';

/** What each step is called on screen; a refusal and a missing reply are steps like any other. */
export const ADHERENCE_WORDS: Readonly<Record<AdherenceState, string>> = {
  proposed: 'Proposed',
  offered: 'Offered',
  negotiating: 'Negotiated',
  signed: 'Signed',
  ratified: 'Ratified',
  in_force: 'In force',
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  refused: 'Refused',
  no_reply: 'No reply',
};
