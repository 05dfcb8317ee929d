import { formatDated } from '@/components/format';
import { Sources } from '@/components/incident/sources';
import { INTENT_WORDS } from '@/components/incident/words';
import { Section } from '@/components/section';
import type { BlindIncident } from '@/domain/review/coding';
import { stateName } from '@/domain/states';
import classes from './coding.module.css';

const names = (codes: readonly string[]): string =>
  codes.length === 0 ? 'unknown' : codes.map(stateName).join(', ');

/** What a second coder reads: the incident without any code that they are to give. */
export function BlindRecord({ incident }: { readonly incident: BlindIncident }) {
  const { started, ended, ongoing, disclosed, victimStates, victims, intent } = incident;
  const facts: readonly (readonly [string, string])[] = [
    ['Started', formatDated(started)],
    ['Ended', ongoing ? 'still going on' : formatDated(ended)],
    ['Became public', formatDated(disclosed)],
    ['Affected states', names(victimStates)],
    ['Affected', victims.length === 0 ? 'unknown' : victims.join(', ')],
    ['Intent', intent === null ? 'unknown' : (INTENT_WORDS[intent] ?? intent)],
  ];
  return (
    <>
      <Section id="record" title="What is on record">
        <p className="prose">{incident.summary}</p>
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="sources" title="Sources">
        <Sources sources={incident.sources} />
      </Section>
    </>
  );
}
