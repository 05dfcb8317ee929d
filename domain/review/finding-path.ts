import { from, type Path } from './path';

/** Where a finding stands on its way from computed to published (method.md 6). */
export const FINDING_STATES = [
  'computed',
  'coded',
  'reviewed',
  'before_commission',
  'agreed',
  'split',
  'unilateral',
  'procedural',
  'published',
  'stale',
  'superseded',
  'revoked',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** How the commission's decision ended. */
export const OUTCOME_STATES = ['agreed', 'split', 'unilateral', 'procedural'] as const;
export type OutcomeState = (typeof OUTCOME_STATES)[number];

export const FINDING_ACTIONS = [
  'nominate',
  'code',
  'forward',
  'table',
  'vote',
  'recuse',
  'reply',
  'decide',
  'publish',
  'revoke',
  'go_stale',
  'supersede',
] as const;
export type FindingAction = (typeof FINDING_ACTIONS)[number];

/** States in which a changed input makes the finding stale. */
const PINNED = [
  'coded',
  'reviewed',
  'before_commission',
  ...OUTCOME_STATES,
  'published',
] as const satisfies readonly FindingState[];

/**
 * The path of a finding. `computed` follows the record until its double coding is reconciled; from
 * `coded` on its content is fixed, and any change of it makes the finding stale. A stale or revoked
 * finding does not come back: a new version follows it, through the same people. A finding that was
 * not decided may be put on the agenda of a later session, and so may a procedural one, which decided
 * nothing. Voting, recusing and replying leave the state alone. A published finding that goes stale
 * stays visible as stale.
 */
export const FINDING_PATH = {
  nominate: {
    ...{ by: 'finding.nominate', guards: ['two_sides', 'saved_pact'], reasoned: false },
    ...{ code: 'finding.nominated', opens: 'computed', moves: {} },
  },
  code: {
    ...{ by: 'system', guards: ['second_coding', 'reconciled'], reasoned: false },
    code: 'finding.coded',
    moves: from(['computed'], 'coded'),
  },
  forward: {
    ...{ by: 'finding.forward', guards: ['record_accepted', 'fresh'], reasoned: false },
    code: 'finding.forwarded',
    moves: from(['coded'], 'reviewed'),
  },
  table: {
    by: 'finding.table',
    guards: ['session_open', 'off_agenda', 'readable', 'fresh'],
    ...{ reasoned: false, code: 'finding.tabled' },
    moves: from(['reviewed', 'before_commission', 'procedural'], 'before_commission'),
  },
  vote: {
    by: 'finding.vote',
    guards: ['session_open', 'seated', 'fresh', 'stepped_up'],
    ...{ reasoned: false, code: 'finding.voted' },
    moves: from(['before_commission'], 'same'),
  },
  recuse: {
    ...{ by: 'finding.recuse', guards: [], reasoned: true, code: 'finding.recused' },
    moves: from(['reviewed', 'before_commission'], 'same'),
  },
  reply: {
    ...{ by: 'finding.reply', guards: [], reasoned: true, code: 'finding.replied' },
    moves: from(['before_commission', ...OUTCOME_STATES, 'published'], 'same'),
  },
  decide: {
    by: 'finding.decide',
    guards: ['session_open', 'quorum', 'fresh'],
    ...{ reasoned: false, code: 'finding.decided' },
    moves: { before_commission: OUTCOME_STATES },
  },
  publish: {
    ...{ by: 'finding.publish', second: 'finding.second', guards: ['fresh', 'stepped_up'] },
    ...{ reasoned: false, code: 'finding.published' },
    moves: from(OUTCOME_STATES, 'published'),
  },
  revoke: {
    ...{ by: 'finding.revoke', second: 'finding.second', guards: [], reasoned: true },
    code: 'finding.revoked',
    moves: from(['published', 'stale'], 'revoked'),
  },
  go_stale: {
    ...{ by: 'system', guards: ['changed'], reasoned: false, code: 'finding.stale' },
    moves: from(PINNED, 'stale'),
  },
  supersede: {
    ...{ by: 'finding.nominate', guards: ['successor'], reasoned: false },
    code: 'finding.superseded',
    moves: from(['stale', 'revoked'], 'superseded'),
  },
} as const satisfies Path<FindingState, FindingAction>;
