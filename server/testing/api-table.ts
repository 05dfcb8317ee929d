import type { Action } from '@/domain/privilege';
import { anIncident } from './incident';

/** Who may send it: anybody, anybody signed in, or whoever may do (one of) these by their roles. */
export type Who = 'everyone' | 'signed in' | Action | readonly Action[];

/** What an id in an address names; somebody else's hidden one is tried, and one that is not there. */
export type Named =
  | 'incident'
  | 'draft'
  | 'evidence'
  | 'proposal'
  | 'policy proposal'
  | 'user'
  | 'session'
  | 'coding'
  | 'finding'
  | 'sitting'
  | 'anything';

export interface Line {
  readonly call: string;
  readonly who: Who;
  /** Where the body says which action it is: those any of which lets in; only then `who` is asked. */
  readonly door?: readonly Action[];
  /** What the ids in the address name, in their order. */
  readonly ids?: readonly Named[];
  /** A body that would do; `file`: a multipart one with this as its `meta`. */
  readonly json?: unknown;
  readonly file?: object;
  /** Only asks, by the roles of those who may change: nobody is told of a refusal. */
  readonly asks?: true;
  /** It ends the session it is sent in. */
  readonly endsSession?: true;
}

const about = (ids: readonly Named[], json?: unknown) =>
  json === undefined ? { ids } : { ids, json };
const line = (call: string, who: Who, more: Omit<Line, 'call' | 'who'> = {}): Line => ({
  ...{ call, who },
  ...more,
});

const reason = 'As the design says';
export const EVIDENCE = {
  ...{ name: 'page.png', description: 'The page', capturedAt: '2026-11-20T10:00Z' },
  ...{ tool: 'Browser 1.0', url: null, tlp: 'CLEAR' },
};
const CODES = {
  ...{ conduct: ['disruption'], objects: ['political-party'], severity: 3 },
  grades: [{ claim: 'c1', reliability: 'B', credibility: 2 }],
};
const POLICY: readonly Action[] = ['policy.change', 'policy.second', 'ledger.read'];

const JUDGING = { door: ['incident.submit', 'incident.accept'] } as const;
const STEPPING = { door: ['finding.forward', 'finding.decide'] } as const;

/** Every route under /api/v1 by every method, with who may send it: the privilege table as the API has it. */
export const TABLE: readonly Line[] = [
  line('GET /codings/[id]', 'coding.read', about(['coding'])),
  line('PUT /codings/[id]', 'coding.blind', about(['coding'], { codes: CODES })),
  line('POST /codings/[id]/take', 'coding.blind', about(['coding'])),
  line(
    'POST /codings/[id]/reconciliation',
    'coding.reconcile',
    about(['coding'], { resolutions: [{ variable: 'severity', value: 3, reason }] }),
  ),

  line('GET /commission/findings', 'everyone'),
  line('GET /commission/sessions', 'commission.read'),
  line('POST /commission/sessions', 'commission.convene'),
  line('GET /commission/sessions/[id]', 'commission.read', about(['sitting'])),
  line('GET /commission/sessions/[id]/minutes', 'commission.read', about(['sitting'])),
  line(
    'PATCH /commission/sessions/[id]',
    'commission.convene',
    about(['sitting'], { closed: true }),
  ),
  line(
    'POST /commission/sessions/[id]/agenda',
    'finding.table',
    about(['sitting'], { finding: '018f0000-0000-7000-8000-00000000dead' }),
  ),
  line(
    'POST /commission/sessions/[id]/convocations',
    'commission.quorum',
    about(['sitting'], { present: [] }),
  ),
  line(
    'PUT /commission/sessions/[id]/convocations/[convocation]',
    'commission.quorum',
    about(['sitting', 'sitting'], { present: [] }),
  ),

  line('GET /drafts', 'incident.log'),
  line('POST /drafts', 'incident.log'),
  line('GET /drafts/[id]', 'incident.log', about(['draft'])),
  line('PUT /drafts/[id]', 'incident.log', about(['draft'], { basedOn: 1, payload: {} })),
  line('DELETE /drafts/[id]', 'incident.log', about(['draft'])),
  line('POST /drafts/[id]/restore', 'incident.log', about(['draft'])),

  line('GET /evidence/[item]', 'everyone', about(['evidence'])),
  line('GET /evidence/[item]/impact', 'evidence.withdraw', about(['evidence'])),
  line('POST /evidence/[item]/open', 'evidence.open', about(['evidence'], { reason })),
  line('POST /evidence/[item]/redacted', 'evidence.add', {
    ...about(['evidence']),
    file: { reason },
  }),
  line('POST /evidence/[item]/verify', 'evidence.verify', about(['evidence'])),
  line('POST /evidence/[item]/withdraw', 'evidence.withdraw', about(['evidence'], { reason })),
  line('POST /evidence/[item]/restore', 'evidence.withdraw', about(['evidence'], { reason })),

  line('GET /findings', 'everyone'),
  line('POST /findings', 'finding.nominate'),
  line('GET /findings/export', 'everyone'),
  line('GET /findings/why', 'everyone'),
  line('GET /findings/[id]', 'everyone', about(['finding'])),
  line('GET /findings/[id]/certificate', 'everyone', about(['finding'])),
  line('GET /findings/[id]/certificate/pdf', 'everyone', about(['finding'])),
  line('POST /findings/[id]/steps', 'finding.forward', {
    ...STEPPING,
    ...about(['finding'], { action: 'forward' }),
  }),
  line('POST /findings/[id]/steps', 'finding.decide', {
    ...STEPPING,
    ...about(['finding'], { action: 'decide' }),
  }),
  line(
    'POST /findings/[id]/votes',
    'finding.vote',
    about(['finding'], { position: 'uphold', content: '0'.repeat(64), stepUp: '000000' }),
  ),
  line(
    'POST /findings/[id]/recusals',
    'finding.recuse',
    about(['finding'], { ground: 'other', reason }),
  ),
  line('POST /findings/[id]/replies', 'finding.reply', about(['finding'], { text: reason })),
  line(
    'POST /findings/[id]/proposals',
    'finding.publish',
    about(['finding'], { kind: 'publish', stepUp: '000000' }),
  ),
  line(
    'POST /findings/[id]/proposals/[proposal]/decision',
    'finding.second',
    about(['finding', 'proposal'], { accept: true, stepUp: '000000' }),
  ),

  line('GET /feeds/[token]/[name]', 'everyone', about(['anything', 'anything'])),

  line('GET /inbox', 'inbox.read'),
  line('POST /inbox/read', 'inbox.read'),

  line('GET /incidents', 'everyone'),
  line('POST /incidents', 'incident.log'),
  line('POST /incidents/likeness', 'incident.log'),
  line('GET /incidents/[id]', 'everyone', about(['incident'])),
  line(
    'PUT /incidents/[id]',
    'incident.revise',
    about(['incident'], { incident: anIncident('hidden'), reason, basedOn: 1 }),
  ),
  line('GET /incidents/[id]/evidence', 'everyone', about(['incident'])),
  line('POST /incidents/[id]/evidence', 'evidence.add', { ...about(['incident']), file: EVIDENCE }),
  line('GET /incidents/[id]/impact', 'everyone', about(['incident'])),
  line(
    'POST /incidents/[id]/proposals',
    'record.retract',
    about(['incident'], { kind: 'retract', reason }),
  ),
  line('GET /incidents/[id]/looks', 'signed in', about(['incident'])),
  line('POST /incidents/[id]/looks', 'signed in', about(['incident'], {})),
  line('GET /incidents/[id]/review', 'everyone', about(['incident'])),
  line('POST /incidents/[id]/coding', 'coding.request', about(['incident'], { basedOn: 1 })),
  ...(['submit', 'take_up', 'accept', 'return'] as const).map((action) =>
    line('POST /incidents/[id]/review', `incident.${action}`, {
      ...JUDGING,
      ...about(['incident'], { action, basedOn: 1, reason }),
    }),
  ),
  line('GET /incidents/[id]/revisions', 'everyone', about(['incident'])),
  line('GET /incidents/[id]/revisions/[number]', 'everyone', about(['incident', 'anything'])),
  line('POST /incidents/[id]/undo', 'incident.log', about(['incident'])),

  line('GET /ledger', 'ledger.read'),
  line('GET /ledger/export', 'ledger.export'),
  line('GET /ledger/proofs', 'everyone'),
  line('GET /ledger/redactions', ['ledger.redact', 'ledger.second', 'ledger.read'], { asks: true }),
  line('GET /ledger/roots', 'everyone'),
  line('POST /ledger/[seq]/redaction', 'ledger.redact', about(['anything'], { reason })),
  line(
    'POST /ledger/[seq]/redaction/decision',
    'ledger.second',
    about(['anything'], { accept: true, reason }),
  ),

  line('GET /review', 'signed in'),

  line('GET /me', 'everyone'),
  line('GET /me/feeds', 'signed in'),
  line('POST /me/feeds', 'signed in'),
  line('DELETE /me/feeds', 'signed in'),
  line('GET /me/sessions', 'signed in'),
  line('DELETE /me/sessions', 'signed in', { endsSession: true }),
  line('GET /me/step-up', 'signed in'),
  line('POST /me/step-up', 'signed in', { json: { password: 1 } }),
  line('POST /me/step-up/confirm', 'signed in'),
  line('POST /me/step-up/recovery-codes', 'signed in'),
  line('POST /me/step-up/remove', 'signed in'),

  line('GET /lab', 'everyone'),
  line('POST /lab/clause-record', 'everyone'),
  line('GET /lab/columns', 'everyone'),
  line('GET /lab/flips', 'everyone'),
  line('GET /lab/scenarios', 'signed in'),
  line('POST /lab/scenarios', 'signed in', { json: { name: 'Mine', query: '' } }),
  line('PATCH /lab/scenarios/[id]', 'signed in', about(['anything'], { name: 'Ours' })),
  line('DELETE /lab/scenarios/[id]', 'signed in', about(['anything'])),
  line('POST /lab/scenarios/[id]/restore', 'signed in', about(['anything'])),
  line('GET /lab/traces', 'everyone'),

  line('GET /pact-drafts', 'pact_draft.read'),
  line('POST /pact-drafts', 'pact.draft'),
  line('GET /pact-drafts/[id]', 'pact_draft.read', about(['anything'])),
  line('PUT /pact-drafts/[id]', 'pact.draft', about(['anything'], { basedOn: 1, payload: {} })),
  line('DELETE /pact-drafts/[id]', 'pact.draft', about(['anything'])),
  line('POST /pact-drafts/[id]/restore', 'pact.draft', about(['anything'])),
  line('POST /pact-drafts/[id]/keep', 'pact.draft', about(['anything'], { basedOn: 1 })),

  line('GET /pacts', 'everyone'),
  line('GET /pacts/[id]/adherence', 'everyone', about(['anything'])),
  line(
    'POST /pacts/[id]/adherence',
    'adherence.record',
    about(['anything'], {
      ...{ party: 'US', state: 'refused', at: { date: '2020-01-01', precision: 'day' } },
      ...{ version: 1, textHash: '0'.repeat(64) },
    }),
  ),
  line('GET /pacts/[id]/report', 'everyone', about(['anything'])),
  line('GET /pacts/[id]', 'everyone', about(['anything'])),

  line('POST /permalinks', 'everyone'),

  line('GET /policy', 'everyone'),
  line('POST /policy/preview', POLICY, { asks: true }),
  line('GET /policy/proposals', POLICY, { asks: true }),
  line('POST /policy/proposals', 'policy.change'),
  line(
    'POST /policy/proposals/[id]/decision',
    'policy.second',
    about(['policy proposal'], { accept: true, reason }),
  ),

  line('GET /proposals', ['record.retract', 'record.second', 'ledger.read'], { asks: true }),
  line(
    'POST /proposals/[id]/decision',
    'record.second',
    about(['proposal'], { accept: true, reason }),
  ),
  line('POST /proposals/[id]/undo', 'record.restore', about(['proposal'], { reason })),

  line('GET /sessions', 'session.list'),
  line('DELETE /sessions/[id]', 'signed in', about(['session'])),
  line('POST /set-up', 'everyone'),
  line('GET /lab/compare', 'everyone'),
  line('GET /lab/compare/brief', 'everyone'),
  line('GET /lab/compare/cases', 'everyone'),
  line('GET /lab/compare/flips', 'everyone'),
  line('GET /lab/compare/why', 'everyone'),
  line('GET /lab/smallest', 'everyone'),
  line('GET /standing', 'everyone'),
  line('GET /trends/[view]', 'everyone', about(['anything'])),

  line('GET /users', 'user.list'),
  line('POST /users', 'user.create'),
  line('PATCH /users/[id]', 'user.disable', about(['user'], { disabled: true })),
  line('POST /users/[id]/roles', 'role.grant', about(['user'], { role: 'recorder' })),
  line('DELETE /users/[id]/roles/[grant]', 'role.revoke', about(['user', 'anything'])),
  line('DELETE /users/[id]/sessions', 'session.end', about(['user'])),
  line('POST /users/[id]/set-up-link', 'user.invite', about(['user'])),
  line('DELETE /users/[id]/step-up', 'step_up.reset', about(['user'])),
];
