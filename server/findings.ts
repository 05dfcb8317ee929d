import 'server-only';
import type { Instant } from '@/domain/dates';
import { policyAt } from '@/domain/policy-version';
import {
  type SignedContent,
  type Signing,
  sameInputs,
  signedContentSchema,
} from '@/domain/review/signature';
import { now } from './clock';
import { verdictIn } from './commission/finding';
import { settleFindings } from './commission/settling';
import type { Corpus, CorpusIncident } from './corpus';
import { beforeClose, database } from './database';
import type { Library } from './library';
import { log } from './log';
import { processWide } from './process-wide';
import type { SignedCase } from './standing-question';

const byId = new WeakMap<Corpus, ReadonlyMap<string, CorpusIncident>>();

/** What is signed is compared with: pacts and policies, and incidents by id. */
export interface Signable extends Pick<Library, 'pacts' | 'policies' | 'compiledOn'> {
  /** Some of the incidents that stand for themselves; absent: no more there. */
  readonly some: (ids: readonly string[]) => Promise<ReadonlyMap<string, CorpusIncident>>;
}

/** The same of a corpus in memory. */
export const signableIn = (held: Corpus): Signable => ({
  ...held,
  some: async () => {
    const known = byId.get(held) ?? new Map(held.incidents.map((each) => [each.incident.id, each]));
    byId.set(held, known);
    return known;
  },
});

type Compared = Omit<Signable, 'some'> & {
  readonly incidents: ReadonlyMap<string, CorpusIncident>;
};

/** The world a finding would be signed in; null where the case is no more. */
function signingIn(
  held: Compared,
  { finding, pact: { id } }: SignedContent,
  at: Instant,
): Signing | null {
  const known = held.incidents.get(finding.incident);
  const pact = held.pacts.find((each) => each.id === id);
  if (known === undefined || pact === undefined) return null;
  const { incident, revision, payloadHash } = known;
  return {
    ...{ coordinates: finding, incident, record: { revision, payloadHash }, pact },
    ...{ policy: policyAt(held.policies, at), compiledOn: held.compiledOn ?? finding.asOf },
  };
}

/** What was compared once stays so: an incident's object is replaced when it changes. */
const compared = new WeakMap<object, Map<string, boolean>>();

function stands(held: Compared, content: SignedContent, at: Instant): boolean {
  const signing = signingIn(held, content, at);
  if (signing === null || signing.record.revision !== content.record.revision) return false;
  const { incident, pact, policy, compiledOn } = signing;
  const known = compared.get(incident) ?? new Map<string, boolean>();
  compared.set(incident, known);
  const world = `${pact.id} ${pact.version} ${policy.version} ${compiledOn}`;
  const key = `${content.inputsHash} ${content.finding.asOf} ${world}`;
  const same = known.get(key) ?? sameInputs(content, signing);
  known.set(key, same);
  return same;
}

const waiting = processWide('settling', () => ({ work: Promise.resolve() }));

/** Enters in the ledger, behind the reader's back, that findings went stale; they count no more already. */
function settleLater(ids: readonly string[]): void {
  if (ids.length === 0) return;
  beforeClose(() => waiting.work);
  waiting.work = waiting.work
    .then(() => settleFindings(ids))
    .catch((error: unknown) => log().warn({ event: 'findings.unsettled', error: `${error}` }));
}

/**
 * The findings of a pact that count as signed at an instant (null: now): published, decided on their
 * substance, not revoked, and resting on the very record, pact and policy that the corpus holds. One
 * whose inputs changed is out at once, whether or not the ledger says so yet.
 */
export async function signedCases(
  held: Signable,
  pactId: string,
  at: Instant | null,
): Promise<SignedCase[]> {
  const then = at === null ? null : new Date(at);
  const later = (field: 'staleAt' | 'revokedAt') => ({
    OR: [{ [field]: null }, ...(then === null ? [] : [{ [field]: { gt: then } }])],
  });
  const rows = await database().finding.findMany({
    where: {
      ...{
        pactId,
        publishedAt: then === null ? { not: null } : { lte: then },
        NOT: { outcome: 'procedural' },
      },
      AND: [later('staleAt'), later('revokedAt')],
    },
    select: { id: true, state: true, content: true, publishedWord: true },
    orderBy: { ledgerSeq: 'asc' },
  });
  const signed = rows.map((row) => ({ ...row, content: signedContentSchema.parse(row.content) }));
  const incidents = await held.some(signed.map(({ content }) => content.finding.incident));
  const compared = { ...held, incidents };
  const fresh = signed.filter(({ content }) => stands(compared, content, at ?? now()));
  if (at === null) settleLater(signed.filter((each) => !fresh.includes(each)).map(({ id }) => id));
  return fresh.flatMap(({ id, content, publishedWord }) => {
    const { incident, clause, accused } = content.finding;
    const word = verdictIn(publishedWord);
    return word === null ? [] : [{ id, incident, clause, accused, verdict: content.verdict, word }];
  });
}
