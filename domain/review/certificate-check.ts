import { hexToBytes } from '@noble/hashes/utils.js';
import { incidentSchema } from '@/domain/incident';
import { canonicalJson, eventLeaf, hashOf, payloadHashOf } from '@/domain/ledger';
import { includes } from '@/domain/merkle/proof';
import { pactSchema } from '@/domain/pact';
import { ENGINE_VERSION, POLICY_2026_11, type Policy } from '@/domain/policy';
import { readPolicy } from '@/domain/policy-version';
import { same } from '@/domain/revision-tree';
import { type Certificate, certificateSchema, sealOf } from './certificate';
import type { CertificateFault, CertificateFaultCode } from './certificate-fault';
import { decisionOf } from './commission';
import { publishedWord } from './publication';
import { contentOf } from './signature';
import { statementHash } from './vote';

export type CertificateVerdict =
  | {
      readonly ok: true;
      readonly certificate: Certificate;
      /** The inputs were judged again; false: another engine signed them. */
      readonly judgedAgain: boolean;
    }
  | { readonly ok: false; readonly fault: CertificateFault };

const fault = (code: CertificateFaultCode, seq: number | null = null): CertificateFault => ({
  ...{ code, seq },
});
type Entry = Certificate['ledger']['entries'][number];

const told = (payload: unknown, key: string): unknown =>
  typeof payload === 'object' && payload !== null ? Reflect.get(payload, key) : undefined;

/** The entry of a number, if it is of this type and says all of this. */
function says(
  { ledger: { entries } }: Certificate,
  type: string,
  said: Readonly<Record<string, unknown>>,
  which: Partial<Pick<Entry, 'seq' | 'actor' | 'at'>> = {},
): boolean {
  return entries.some(
    (entry) =>
      entry.type === type &&
      (which.seq === undefined || entry.seq === which.seq) &&
      (which.actor === undefined || entry.actor === which.actor) &&
      (which.at === undefined || entry.at === which.at) &&
      Object.entries(said).every(([key, value]) => same(told(entry.payload, key), value)),
  );
}

function entryFault({ ledger: { treeSize, root, entries } }: Certificate): CertificateFault | null {
  for (const entry of entries) {
    const { seq, payload, salt, payloadHash, path } = entry;
    if (payloadHashOf(payload, salt) !== payloadHash) return fault('payload', seq);
    const proof = { index: seq - 1, size: treeSize, path: path.map(hexToBytes) };
    if (!includes({ ...proof, leaf: eventLeaf(entry), root: hexToBytes(root) }))
      return fault('proof', seq);
  }
  return null;
}

function voteFault(certificate: Certificate): CertificateFault | null {
  const { votes, replies, contentHash, finding, decision } = certificate;
  for (const { seq, by, at, position, text, textHash, content } of votes) {
    const whole = textHash === (text === null ? null : statementHash(text));
    if (!whole || content !== contentHash) return fault('vote', seq);
    const said = { finding: finding.id, session: decision.reckoning.session, content };
    if (
      !says(certificate, 'finding.voted', { ...said, position, textHash }, { seq, actor: by, at })
    )
      return fault('entry', seq);
  }
  for (const { seq, by, at, text, textHash } of replies) {
    if (text === null || textHash !== statementHash(text)) return fault('vote', seq);
    const said = { finding: finding.id, textHash };
    if (!says(certificate, 'finding.replied', said, { seq, actor: by, at }))
      return fault('entry', seq);
  }
  return null;
}

/** Every sitting that was counted is one the ledger knows, with the presence it ended with. */
function sittingFault(certificate: Certificate): CertificateFault | null {
  const { decision, ledger } = certificate;
  for (const { at, chair, present } of decision.reckoning.roll.convocations) {
    const held = ledger.entries.find(
      (entry) =>
        entry.type === 'session.convened' && Date.parse(entry.at) === at && entry.actor === chair,
    );
    const id = told(held?.payload, 'convocation');
    const last = ledger.entries
      .filter(({ type }) => type === 'session.convened' || type === 'session.presence')
      .filter(({ payload, at: when }) => told(payload, 'convocation') === id && when <= decision.at)
      .at(-1);
    if (held === undefined || !same(told(last?.payload, 'present'), present))
      return fault('sitting', held?.seq ?? null);
  }
  return null;
}

function decisionFault(certificate: Certificate): CertificateFault | null {
  const { decision, votes, contentHash, content, publication, finding } = certificate;
  const { roll, decision: held, session } = decision.reckoning;
  const counted = decisionOf(roll, votes, contentHash);
  if (!counted.ok || !same(counted.decision, held)) return fault('decision');
  const decided = {
    ...{ finding: finding.id, session, content: contentHash, outcome: held.outcome },
    ...{ votes: votes.map(({ seq }) => seq), reckoning: hashOf(decision.reckoning) },
  };
  const { by: actor, at } = decision;
  if (!says(certificate, 'finding.decided', decided, { actor, at })) return fault('entry');
  const { verdict, robustness } = content;
  if (publishedWord({ verdict, robustness, decision: held }) !== publication.word)
    return fault('word');
  const { word, proposedBy, confirmedBy } = publication;
  const published = { finding: finding.id, content: contentHash, verdict, word, proposedBy };
  const when = { actor: confirmedBy, at: publication.at };
  return says(certificate, 'finding.published', published, when) ? null : fault('entry');
}

function pathFault(certificate: Certificate): CertificateFault | null {
  const { finding, content, contentHash, people, votes, decision } = certificate;
  const { clause, accused, asOf, incident } = content.finding;
  const { pact } = content;
  const about = { finding: finding.id, incident, pact: pact.id, clause, accused, asOf };
  const nominated = { ...about, pactVersion: pact.version, supersedes: finding.supersedes };
  const coded = { finding: finding.id, content: contentHash, inputs: content.inputsHash };
  const whole =
    says(certificate, 'finding.nominated', nominated, { actor: finding.nominatedBy }) &&
    says(certificate, 'finding.coded', coded) &&
    says(certificate, 'finding.forwarded', { finding: finding.id }, { actor: finding.forwardedBy });
  if (!whole) return fault('entry');
  const named = new Set(people.map(({ id }) => id));
  const { roll } = decision.reckoning;
  const chairs = roll.convocations.flatMap(({ chair }) => chair ?? []);
  const took = [...votes.map(({ by }) => by), ...chairs, decision.by, finding.nominatedBy];
  return took.every((id) => named.has(id)) ? null : fault('people');
}

/** The policy as the inputs have it: its values are all that a judgement reads; null where they are none. */
function policyIn(inputs: unknown): Policy | null {
  const policy = told(inputs, 'policy');
  const { validFrom, entries } = POLICY_2026_11;
  const document = Object.entries(entries).map(([key, entry]) => [
    key,
    { ...entry, value: told(told(policy, 'values'), key) },
  ]);
  try {
    return readPolicy(`${told(policy, 'version')}`, validFrom, Object.fromEntries(document));
  } catch {
    return null;
  }
}

/** Whether the inputs, judged again, give what was signed; null where this engine cannot say. */
function judgedAgain({ content, inputs }: Certificate): boolean | null {
  const policy = policyIn(inputs);
  const incident = incidentSchema.safeParse(told(inputs, 'incident'));
  const pact = pactSchema.safeParse(told(inputs, 'pact'));
  if (content.engine !== ENGINE_VERSION) return null;
  if (policy === null || !incident.success || !pact.success) return false;
  const compiledOn = told(inputs, 'compiledOn');
  const again = contentOf({
    ...{ coordinates: content.finding, incident: incident.data, pact: pact.data, policy },
    ...{ record: content.record, compiledOn: `${compiledOn ?? content.finding.asOf}` },
  });
  return again !== null && hashOf(again) === hashOf(content);
}

/** Bytes that read as a certificate and are written the one way RFC 8785 leaves; null otherwise. */
export function readCertificate(text: string): Certificate | null {
  try {
    const json: unknown = JSON.parse(text);
    const read = certificateSchema.safeParse(json);
    return read.success && canonicalJson(json) === text ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * Whether a certificate holds (method.md 6): nothing in it was changed, the votes give the decision
 * and the decision the word, every step stands in the ledger under one root, and the inputs, judged
 * again, give what was signed. It takes no server; that the root is the ledger's own is for whoever
 * kept one to compare.
 */
export function checkCertificate(text: string): CertificateVerdict {
  const certificate = readCertificate(text);
  if (certificate === null) return { ok: false, fault: fault('form') };
  const { content, contentHash, inputs } = certificate;
  if (sealOf(certificate) !== certificate.seal) return { ok: false, fault: fault('seal') };
  if (hashOf(content) !== contentHash) return { ok: false, fault: fault('content') };
  if (hashOf(inputs) !== content.inputsHash) return { ok: false, fault: fault('inputs') };
  const again = judgedAgain(certificate);
  const wrong =
    (again === false ? fault('judgement') : null) ??
    entryFault(certificate) ??
    pathFault(certificate) ??
    voteFault(certificate) ??
    sittingFault(certificate) ??
    decisionFault(certificate);
  return wrong === null
    ? { ok: true, certificate, judgedAgain: again === true }
    : { ok: false, fault: wrong };
}
