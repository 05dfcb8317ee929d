import Link from 'next/link';
import { formatDay } from '@/components/format';
import { Changes } from '@/components/history/changes';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { PageHead } from '@/components/incident/page-head';
import { momentWords } from '@/components/log/moment-words';
import { recordHref } from '@/components/record-href';
import { Section } from '@/components/section';
import { WhySteps } from '@/components/why-panel';
import type { FindingView } from '@/domain/review/finding-view';
import { STALE_REASONS } from '@/domain/review/staleness';
import { stateInProse } from '@/domain/states';
import { ActForm } from './act-form';
import classes from './commission.module.css';
import { Seats } from './seats';
import { Verdicts } from './verdicts';
import { GROUND_WORDS, STATE_WORDS, STEP_WORDS } from './words';

/** What proves that an entry is in the ledger, as a file. */
const proofHref = (entry: number): string => `/api/v1/ledger/proofs?entry=${entry}`;

const PROPOSED: Readonly<Record<string, string>> = {
  publish: 'its publication',
  revoke: 'its revocation',
};

/** What waits for a second person, by whom and why. */
function Proposed({ view: { proposal } }: { readonly view: FindingView }) {
  if (proposal === null) return null;
  const { by, at, kind, reason } = proposal;
  return (
    <>
      <p>
        {by.name} asked for {PROPOSED[kind] ?? kind}, {momentWords(at)}. A second person confirms or
        declines it.
      </p>
      {reason === null ? null : <p className={classes.statement}>“{reason}”</p>}
    </>
  );
}

function Path({ view }: { readonly view: FindingView }) {
  return (
    <ol className={classes.plain}>
      {view.steps.map(({ seq, action, by, at, reason }) => (
        <li key={seq}>
          {STEP_WORDS[action] ?? action}
          <span className="muted">
            {' '}
            {by === null ? 'by itself' : by.name}, {momentWords(at)}, ledger entry {seq}:
          </span>{' '}
          <a href={proofHref(seq)} aria-label={`Proof of ledger entry ${seq}`}>
            proof
          </a>
          {reason === null ? null : <p className={classes.statement}>“{reason}”</p>}
        </li>
      ))}
    </ol>
  );
}

function Changed({ view: { changed } }: { readonly view: FindingView }) {
  if (changed === null) return null;
  return (
    <Section id="changed" title="What changed since it was signed">
      <ul>
        {changed.reasons.map((reason) => (
          <li key={reason}>{STALE_REASONS[reason]}</li>
        ))}
      </ul>
      <Changes changes={changed.inputs} />
    </Section>
  );
}

function Hashes({ view }: { readonly view: FindingView }) {
  const { content, contentHash, fixed, id, publishedAt, versions, steps } = view;
  const proven = steps.at(-1);
  return (
    <Section id="proof" title="Versions and hashes">
      {content === null ? null : (
        <dl className="facts">
          {[
            ['Signed content', contentHash ?? 'not fixed yet'],
            ['Inputs', content.inputsHash],
            [`Record, revision ${content.record.revision}`, content.record.payloadHash],
            [`Pact, version ${content.pact.version}`, content.pact.textHash],
            ['Policy', content.policy],
            ['Engine', content.engine],
          ].map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={classes.hash}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {fixed ? null : (
        <p>Computed now; it is fixed once a second analyst has coded the incident.</p>
      )}
      <ul className={classes.plain}>
        {versions.map((version) => (
          <li key={version.id}>
            <Link href={`/findings/${version.id}`}>Version {version.version}</Link>:{' '}
            {STATE_WORDS[version.state]}
            {version.id === id ? ' (this one)' : ''}
          </li>
        ))}
      </ul>
      {proven === undefined ? null : (
        <p>
          <a href={proofHref(proven.seq)}>Proof of its last entry in the ledger</a>, to keep, and to
          check on the page that <Link href="/verify">verifies in this browser</Link>.
        </p>
      )}
      {publishedAt === null ? null : (
        <p>
          <a href={`/api/v1/findings/${id}/certificate`}>Certificate (JSON)</a>{' '}
          <a href={`/api/v1/findings/${id}/certificate/pdf`}>Certificate (PDF)</a>
        </p>
      )}
    </Section>
  );
}

function Replies({ view: { replies } }: { readonly view: FindingView }) {
  return (
    <Section id="reply" title="Right of reply">
      {replies.length === 0 ? <p className="muted">The accused side made no statement.</p> : null}
      {replies.map(({ seq, by, at, text, textHash }) => (
        <div key={seq}>
          <p className={classes.statement}>“{text}”</p>
          <p className="muted">
            {by.name}, {momentWords(at)}
          </p>
          <p className={classes.hash}>{textHash}</p>
        </div>
      ))}
    </Section>
  );
}

/** One finding on its way: the computed verdict beside the commission's, and how it came about. */
export function FindingPage({ view }: { readonly view: FindingView }) {
  const { incident, pact, clause, accused, asOf, state, version, content, acts, recusals } = view;
  return (
    <>
      <PageHead
        title={`${stateInProse(accused)}, clause ${clause.id}`}
        above={<Link href={recordHref(incident.id)}>{incident.title}</Link>}
      >
        <p>
          <Link href={`/pacts/${pact.id}`}>{pact.title}</Link>{' '}
          {pact.hypothetical ? <HypotheticalStamp /> : null} {clause.reference}, as of{' '}
          {formatDay(asOf)}, version {version}. <strong>{STATE_WORDS[state]}</strong>
        </p>
        <blockquote className="clause-text">{clause.text}</blockquote>
      </PageHead>
      <Verdicts finding={view} />
      <Changed view={view} />
      <Proposed view={view} />
      {acts.length === 0 ? null : (
        <Section id="acts" title="What you may do">
          {acts.map((act) =>
            act.action === 'table' ? (
              <p key="table">
                <Link href="/commission">Put it before a session of the commission</Link>
              </p>
            ) : (
              <ActForm key={act.action} finding={view} act={act} />
            ),
          )}
        </Section>
      )}
      <Section id="votes" title="Votes and dissents">
        {view.session === null ? null : (
          <p>
            Session <Link href={`/commission/${view.session.id}`}>{view.session.title}</Link>
          </p>
        )}
        <Seats finding={view} />
        {recusals.map(({ by, ground }) => (
          <p key={by.id} className="muted">
            {by.name} stepped back: {GROUND_WORDS[ground]}.
          </p>
        ))}
      </Section>
      <Replies view={view} />
      {content === null ? null : (
        <Section id="trace" title="Why it was computed so">
          <WhySteps
            explanation={{
              finding: {
                ...content.finding,
                ...{ verdict: content.verdict, rule: content.rule },
              },
              sentence: content.sentence,
              steps: content.trace,
            }}
          />
        </Section>
      )}
      <Section id="path" title="Path so far">
        <Path view={view} />
      </Section>
      <Hashes view={view} />
    </>
  );
}
