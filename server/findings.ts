import 'server-only';
import { database } from './database';

/** The findings signed and not revoked, of one pact or of all; the "signed only" switch reads these. */
export async function listSignedFindings(pactId?: string) {
  return database().signedFinding.findMany({
    where: { revokedAt: null, superseded: null, ...(pactId === undefined ? {} : { pactId }) },
    orderBy: [{ incidentId: 'asc' }, { pactId: 'asc' }, { clauseId: 'asc' }, { accused: 'asc' }],
  });
}
