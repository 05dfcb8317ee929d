import Link from 'next/link';
import { formatDated, formatDay } from '@/components/format';
import { SourceRefs } from '@/components/incident/source-refs';
import { type AdherenceStep, adherenceSteps } from '@/domain/adherence';
import { startOf } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import type { MissingReply, RecordedAdherence } from '@/domain/pact-adherence';
import { stateName } from '@/domain/states';
import classes from './adherence.module.css';
import { AdherencePicture } from './adherence-picture';
import { ADHERENCE_WORDS } from './adherence-words';

/** Each reason once; who gave it is said where they differ. */
function reasonsOf({ reasons }: AdherenceStep): string[] {
  const said = [...new Set(reasons.map(({ reason }) => reason))];
  if (said.length < 2) return said;
  return reasons.map(({ party, reason }) => `${stateName(party)}: ${reason}`);
}

interface Props {
  readonly pact: Pact;
  /** As it was recorded: with the version and the hash of the text that each is about. */
  readonly recorded: readonly RecordedAdherence[];
  readonly missing: readonly MissingReply[];
}

/** The texts that a step is about, where it says so. */
function textsOf(step: AdherenceStep, recorded: readonly RecordedAdherence[]) {
  const own = recorded.filter(
    ({ party, state, at, correctedBy }) =>
      correctedBy === null &&
      state === step.state &&
      at.date === step.at.date &&
      step.parties.includes(party),
  );
  const texts = new Map(own.map(({ version, textHash }) => [version, textHash]));
  return [...texts].flatMap(([version, textHash]) =>
    version === null || textHash === null ? [] : [{ version, textHash }],
  );
}

/** What was recorded wrongly stays on record, and says what took its place. */
function Corrected({ recorded }: Pick<Props, 'recorded'>) {
  const corrected = recorded.filter(({ correctedBy }) => correctedBy !== null);
  if (corrected.length === 0) return null;
  return (
    <details>
      <summary>
        Corrected since: {corrected.length} {corrected.length === 1 ? 'event' : 'events'}
      </summary>
      <ul>
        {corrected.map(({ position, at, state, party, correctedBy }) => {
          const by = recorded.find((event) => event.position === correctedBy);
          return (
            <li key={position}>
              <s>
                {formatDated(at)}: {ADHERENCE_WORDS[state].toLowerCase()}, {stateName(party)}
              </s>
              {by === undefined
                ? null
                : `, corrected on ${formatDay(by.recordedAt.slice(0, 10))} to: ${ADHERENCE_WORDS[by.state].toLowerCase()}, ${formatDated(by.at)}`}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Missing({ missing }: Pick<Props, 'missing'>) {
  if (missing.length === 0) return null;
  return (
    <ul className={classes.missing}>
      {missing.map(({ party, offeredBy, offeredAt, dueOn }) => (
        <li key={party}>
          {stateName(party)} has not replied to the offer of {stateName(offeredBy)} of{' '}
          {formatDated(offeredAt)}, as far as this record goes; the time to reply ended on{' '}
          {formatDay(dueOn)}.
        </li>
      ))}
    </ul>
  );
}

/** What states did about a pact, as picture and list. A refusal or no reply is a step like any other. */
export function Adherence({ pact, recorded, missing }: Props) {
  const steps = adherenceSteps(pact);
  const { assumedInForce } = pact;
  const assumed =
    assumedInForce === null
      ? null
      : {
          at: startOf(assumedInForce),
          label: `assumed in force from ${formatDated(assumedInForce)}`,
        };
  if (steps.length === 0)
    return (
      <p>
        No state has offered, answered or refused this text: it is a draft for comparison.
        {assumed === null ? '' : ` It is tested as ${assumed.label}.`}
      </p>
    );
  return (
    <>
      <AdherencePicture steps={steps} assumed={assumed} />
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={`${step.at.date} ${step.state} ${step.parties.join(' ')}`}>
            <span className={classes.when}>{formatDated(step.at)}</span>
            <div>
              <strong>{ADHERENCE_WORDS[step.state]}</strong>:{' '}
              {step.parties.map(stateName).join(', ')}.{' '}
              {reasonsOf(step).map((reason) => (
                <span key={reason}>{reason} </span>
              ))}
              {[...new Set(step.counterProposals)].map((id) => (
                <span key={id}>
                  Counter-proposal: <Link href={`/pacts/${id}`}>{id}</Link>.{' '}
                </span>
              ))}
              {textsOf(step, recorded).map(({ version, textHash }) => (
                <span key={version} className={classes.refs}>
                  About <Link href={`/pacts/${pact.id}?version=${version}`}>version {version}</Link>
                  , text <code className={classes.hash}>{textHash}</code>.{' '}
                </span>
              ))}
              <span className={classes.refs}>
                (<SourceRefs ids={step.sources} />)
              </span>
            </div>
          </li>
        ))}
      </ol>
      <Missing missing={missing} />
      <Corrected recorded={recorded} />
    </>
  );
}
