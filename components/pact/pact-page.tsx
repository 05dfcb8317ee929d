import Link from 'next/link';
import { formatDated, formatDay } from '@/components/format';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { PageHead } from '@/components/incident/page-head';
import { Sources } from '@/components/incident/sources';
import { Section } from '@/components/section';
import { BeginDraft } from '@/components/workshop/begin-draft';
import { RecordAdherence } from '@/components/workshop/record-adherence';
import type { PartyAdherence } from '@/domain/adherence';
import type { Pact } from '@/domain/pact';
import type { MissingReply, RecordedAdherence } from '@/domain/pact-adherence';
import type { ClauseRecord } from '@/domain/pact-record';
import type { StandingView } from '@/domain/standing-view';
import { stateName } from '@/domain/states';
import { Adherence } from './adherence';
import { Clauses } from './clauses';
import { CompareLink } from './compare-link';
import { partyWords } from './library-row';
import classes from './pact-page.module.css';
import { PactStanding } from './standing';

interface Props {
  readonly pact: Pact;
  readonly textHash: string;
  readonly versions: readonly {
    readonly version: number;
    readonly textHash: string;
    readonly recordedOn: string;
  }[];
  readonly parties: readonly PartyAdherence[];
  readonly records: readonly ClauseRecord[];
  /** Why there are none; null: nothing stood in the way. */
  readonly recordsRefusal: string | null;
  readonly standing: StandingView | null;
  /** Why it is not told at present; null with none: there is none to tell. */
  readonly standingRefusal: string | null;
  readonly today: string;
  readonly policy: string;
  readonly latest: number;
  readonly adherence: readonly RecordedAdherence[];
  readonly missing: readonly MissingReply[];
  /** What the reader may do here. */
  readonly drafts: boolean;
  readonly recordsAdherence: boolean;
}

function InForce({ pact: { assumedInForce, id } }: { readonly pact: Pact }) {
  if (assumedInForce === null) return null;
  return (
    <>
      <p>
        Assumed in force from {formatDated(assumedInForce)}. {assumedInForce.reason}
      </p>
      {assumedInForce.alternatives.length === 0 ? null : (
        <ul className={classes.alternatives}>
          {assumedInForce.alternatives.map(({ date, precision, reason }) => (
            <li key={date}>
              <Link href={`/?pact=${id}&from=${date}`}>
                From {formatDated({ date, precision })}
              </Link>
              : {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Parties({ pact }: { readonly pact: Pact }) {
  const codes = pact.parties.map(({ code }) => code);
  const words = partyWords(codes);
  const named = codes.map(stateName).sort((one, two) => one.localeCompare(two, 'en'));
  const successions = pact.parties.filter(({ succeeds }) => succeeds.length > 0);
  return (
    <>
      {words === codes.map(stateName).join(', ') ? (
        <p>{words}</p>
      ) : (
        <details>
          <summary>{words}</summary>
          <p className={classes.names}>{named.join(', ')}</p>
        </details>
      )}
      {successions.map(({ code, succeeds }) => (
        <p key={code} className="muted">
          {stateName(code)} answers also for {succeeds.map(stateName).join(', ')}.
        </p>
      ))}
    </>
  );
}

/** The page of one pact: what states did about it, how they stand, what it says and how that is tested. */
export function PactPage(props: Props) {
  const { pact, textHash, versions, latest, records, standing, today, policy } = props;
  const hypothetical = pact.kind === 'hypothetical';
  const sources = `Pact version ${pact.version} · policy ${policy} · as of ${formatDay(today)} · computed`;
  return (
    <>
      <PageHead
        title={pact.title}
        above={<Link href="/pacts">Pacts</Link>}
        beside={hypothetical ? <HypotheticalStamp /> : null}
      >
        <p>{pact.summary}</p>
        {pact.referenceOnly ? <p>Kept for reference only: shown, and never scored.</p> : null}
        {pact.version === latest ? null : (
          <p role="note">
            This is version {pact.version}. The latest is{' '}
            <Link href={`/pacts/${pact.id}`}>version {latest}</Link>, under which the parties stand
            as the standing page says.
          </p>
        )}
      </PageHead>
      <p className={classes.acts}>
        {props.drafts ? (
          <BeginDraft from={{ pact: pact.id, version: pact.version }}>Draft a change</BeginDraft>
        ) : null}
        {pact.referenceOnly ? null : (
          <>
            <Link
              href={`/lab?pact=${pact.id}${pact.version === latest ? '' : `&version=${pact.version}`}`}
            >
              Open in the lab
            </Link>
            <CompareLink pact={pact} latest={latest} />
          </>
        )}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>Parties</dt>
          <dd>
            <Parties pact={pact} />
          </dd>
        </div>
        <div>
          <dt>Origin</dt>
          <dd>{pact.origin}</dd>
        </div>
        {hypothetical ? (
          <div>
            <dt>In force</dt>
            <dd>
              <InForce pact={pact} />
            </dd>
          </div>
        ) : null}
      </dl>
      <Section
        id="adherence"
        title="What states did about it"
        note="A refusal or a missing reply is a recorded fact like a signature."
      >
        <Adherence pact={pact} recorded={props.adherence} missing={props.missing} />
        {props.recordsAdherence ? (
          <RecordAdherence
            pact={pact.id}
            parties={pact.parties.map(({ code }) => code)}
            version={pact.version}
            textHash={textHash}
            recorded={props.adherence}
            missing={props.missing}
            sources={pact.sources}
          />
        ) : null}
      </Section>
      {standing === null && props.standingRefusal === null ? null : (
        <Section id="standing" title="How its parties stand" sources={sources}>
          {standing === null ? (
            <p role="note">{props.standingRefusal}</p>
          ) : (
            <PactStanding standing={standing} />
          )}
        </Section>
      )}
      <Section
        id="text"
        title="Text and test"
        note="The words of each clause, and beside them the test a program can run. Under each clause: what became of the incidents it was applied to, one finding for each incident and accused state. Undecidable means that a fact is missing or the occurrence was not verified."
        sources={sources}
      >
        {props.recordsRefusal === null ? null : (
          <p role="note">
            What became of the incidents is not shown under the clauses. {props.recordsRefusal}
          </p>
        )}
        <Clauses pact={pact} records={records} />
      </Section>
      <Section id="version" title="Version and sources">
        <p>
          Version {pact.version}. SHA-256 of the clause texts:{' '}
          <code className={classes.hash}>{textHash}</code>
        </p>
        {versions.length < 2 ? null : (
          <ul>
            {versions.map(({ version, textHash: hash, recordedOn }) => (
              <li key={version}>
                {version === pact.version ? (
                  `Version ${version}`
                ) : (
                  <Link href={`/pacts/${pact.id}?version=${version}`}>Version {version}</Link>
                )}
                , {formatDay(recordedOn)}, <code className={classes.hash}>{hash}</code>
              </li>
            ))}
          </ul>
        )}
        <Sources sources={pact.sources} />
      </Section>
    </>
  );
}
