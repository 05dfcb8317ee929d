import Link from 'next/link';
import { formatDated } from '@/components/format';
import { SourceRefs } from '@/components/incident/source-refs';
import { type AdherenceStep, adherenceSteps } from '@/domain/adherence';
import { startOf } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
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

/** What states did about a pact, as picture and list. A refusal or no reply is a step like any other. */
export function Adherence({ pact }: { readonly pact: Pact }) {
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
              <span className={classes.refs}>
                (<SourceRefs ids={step.sources} />)
              </span>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
