import 'server-only';
import { database } from '@/server/database';

/** Entries of the ledger that change nothing that is scored or listed. */
const QUIET = [
  'access.refused',
  ...[
    'pact_draft.created',
    'pact_draft.deleted',
    'pact_draft.restored',
    'draft.created',
    'draft.deleted',
    'draft.restored',
    'proposal.made',
    'proposal.declined',
  ],
  ...['evidence.added', 'evidence.redacted', 'evidence.opened', 'evidence.verified'],
  ...['policy.proposed', 'policy.declined', 'session.ended', 'step_up.enrolled'],
  ...['step_up.removed', 'step_up.recovery_used', 'step_up.recovery_renewed'],
  ...['record.submitted', 'record.taken_up', 'record.returned'],
  ...['coding.requested', 'coding.assigned', 'coding.handed_in', 'coding.reconciled'],
  ...['finding.nominated', 'finding.coded', 'finding.forwarded', 'finding.tabled', 'finding.voted'],
  ...['finding.recused', 'finding.replied', 'finding.decided', 'finding.proposed'],
  ...['finding.declined', 'session.opened', 'session.closed'],
  ...['session.convened', 'session.presence'],
];

/** Entries of single records: no pact, policy or monitoring changes with them. */
const OF_RECORDS = /^(incident|evidence|draft)\./;

/** What the ledger tells of after an entry: nothing that is scored or listed, records alone, or more. */
export async function newsBetween(
  since: number,
  until: number,
): Promise<'none' | 'records' | 'more'> {
  const news = await database().ledgerEntry.findMany({
    where: { seq: { gt: since, lte: until }, type: { notIn: QUIET } },
    distinct: ['type'],
    select: { type: true },
  });
  if (news.length === 0) return 'none';
  return news.every(({ type }) => OF_RECORDS.test(type)) ? 'records' : 'more';
}
