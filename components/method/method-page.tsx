import Link from 'next/link';
import { formatDay, formatNumber } from '@/components/format';
import { PageHead } from '@/components/incident/page-head';
import { PROPOSITION_WORDS } from '@/components/incident/words';
import { Section } from '@/components/section';
import type { Policy } from '@/domain/policy';
import type { Reliability } from '@/domain/review/reliability';
import { CONDUCT, OBJECTS } from '@/domain/vocabulary';
import { ClaimPart, FusionPart } from './claims-part';
import { ClockPart, DecisionPart } from './clock-part';
import { CoveragePart } from './coverage-part';
import { IndexPart } from './index-part';
import classes from './method.module.css';
import { PlainTable } from './plain-table';
import { ReliabilityPart } from './reliability-part';

interface Props {
  readonly policy: Policy;
  readonly engine: string;
  readonly reliability: readonly Reliability[];
  readonly corpus: {
    readonly incidents: number;
    readonly pacts: number;
    readonly compiledOn: string | null;
  };
}

const CONTENTS = [
  ['principles', 'Four principles'],
  ['1', '1 What a clause asks first'],
  ['2-1', '2.1 What a claim carries'],
  ['2-2', '2.2 Two questions, never one'],
  ['2-4', '2.4 How claims add up'],
  ['3', '3 Inaction has a clock'],
  ['3-1', '3.1 The decision table'],
  ['4', '4 Words before numbers'],
  ['5', '5 Reading trends'],
  ['6', '6 Review and signature'],
  ['6-1', '6.1 How far two analysts agree'],
  ['7', '7 Vocabulary'],
  ['limits', 'What the score is not'],
  ['corpus', 'The corpus'],
] as const;

function Principles() {
  return (
    <Section id="principles" title="Four principles">
      <ol className={`prose ${classes.principles}`}>
        <li>
          <strong>Two questions, never one.</strong> Is it linked to the state’s territory or
          nationals? Is the state itself responsible? Each has its own answer and threshold.
        </li>
        <li>
          <strong>What nobody is accused with is scored against nobody.</strong>
        </li>
        <li>
          <strong>The finding is a word with a reasoned record.</strong> The number supports it.
        </li>
        <li>
          <strong>Symmetry.</strong> Swapping the names of the parties everywhere swaps the result
          and changes nothing else. A test does exactly that.
        </li>
      </ol>
    </Section>
  );
}

function Questions() {
  return (
    <Section id="2-2" title="2.2 Two questions, never one">
      <div className="prose">
        <p>
          “It came from there” and “the state did it” are different claims and need different proof.
          A claim says one of four things. What proves that the state itself did it also proves the
          link; never the other way round.
        </p>
      </div>
      <PlainTable
        caption="What a claim can say of a state"
        headers={['Claim', 'What it says']}
        rows={Object.entries(PROPOSITION_WORDS).map(([code, words]) => [code, words])}
      />
    </Section>
  );
}

function Trends() {
  return (
    <Section id="5" title="5 Reading trends">
      <div className="prose">
        <p>
          Counts are of incidents on record, by the day they began. A month nobody monitored is a
          gap and not a zero. The latest months are provisional, because reports come late. A fall
          after a signature is at most consistent with the pact; a fall that began before it is not
          its work.
        </p>
      </div>
    </Section>
  );
}

function Review() {
  return (
    <Section id="6" title="6 Review and signature">
      <div className="prose">
        <p>
          Every verdict is computed, and stays so until a joint commission with equal delegations
          signs it. A signed finding keeps all it rested on; when any of it changes, it shows as
          stale and no longer counts as signed. Nobody reviews, votes on or publishes what they
          wrote.
        </p>
        <p>
          A finding is fragile where leaving out a single claim changes it. On the page of an
          incident such claims are marked pivotal.
        </p>
      </div>
    </Section>
  );
}

function Vocabulary() {
  const rows = (terms: Readonly<Record<string, { label: string; definition: string }>>) =>
    Object.values(terms).map(({ label, definition }) => [label, definition]);
  return (
    <Section id="7" title="7 Vocabulary">
      <PlainTable caption="Conduct" headers={['Word', 'Meaning']} rows={rows(CONDUCT)} />
      <PlainTable caption="Objects" headers={['Word', 'Meaning']} rows={rows(OBJECTS)} />
    </Section>
  );
}

function Limits() {
  return (
    <Section id="limits" title="What the score is not">
      <ul className={`prose ${classes.principles}`}>
        <li>It measures incidents on record: a claim about the record, not about the world.</li>
        <li>
          It is no judgment of a court and no statement of general law. It says what a text would
          have meant, had it bound.
        </li>
        <li>
          Thresholds, weights, grades and windows are choices. No source validates them, so they
          stand on this page, versioned, and any of them can be disputed.
        </li>
        <li>
          “Clear and convincing” and “reasonable grounds” are labels borrowed from law; the numbers
          0.75 and 0.50 behind them are ours.
        </li>
        <li>It is no ranking of states. Bands that overlap are not ordered.</li>
        <li>Silence in the record may be the silence of reporters.</li>
      </ul>
    </Section>
  );
}

function Corpus({ corpus }: Pick<Props, 'corpus'>) {
  return (
    <Section id="corpus" title="The corpus">
      <div className="prose">
        <p>
          What you see here is a <strong>demonstration corpus compiled from public sources</strong>:{' '}
          {formatNumber(corpus.incidents)} incidents and {formatNumber(corpus.pacts)} pacts
          {corpus.compiledOn === null ? '' : `, compiled on ${formatDay(corpus.compiledOn)}`}.
          Allegations are stated as allegations: who said it, when, on what basis, with which
          source. A state named in a claim is accused by the claimant, not by us. Nothing here has
          been signed off, and no verdict computed from it is anybody’s judgement.
        </p>
        <p>
          It holds what public sources report. What nobody reported is not in it, and no side’s
          effort to look for incidents is on record, which is why most parties without a violation
          read “unable to conclude”. <Link href="/incidents">Search the incidents</Link> or{' '}
          <Link href="/pacts">read the pacts</Link>.
        </p>
      </div>
    </Section>
  );
}

/** The method in plain words, with the values in force and examples computed by the engine. */
export function MethodPage({ policy, engine, corpus, reliability }: Props) {
  return (
    <>
      <PageHead title="Method">
        <p>
          How a record of incidents becomes a verdict under a pact. Every value on this page is the
          one in force, and every example is computed by the engine that judges the incidents:
          policy {policy.version}, valid from {formatDay(policy.validFrom)}, engine {engine}.
        </p>
      </PageHead>
      <nav aria-label="On this page">
        <ul className={classes.contents}>
          {CONTENTS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Principles />
      <CoveragePart />
      <ClaimPart policy={policy} />
      <Questions />
      <FusionPart policy={policy} />
      <ClockPart policy={policy} />
      <DecisionPart policy={policy} />
      <IndexPart policy={policy} />
      <Trends />
      <Review />
      <ReliabilityPart reliability={reliability} />
      <Vocabulary />
      <Limits />
      <Corpus corpus={corpus} />
    </>
  );
}
