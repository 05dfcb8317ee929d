import type { ReactNode } from 'react';
import { formatDated } from '@/components/format';
import type { Dated } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import { stateName } from '@/domain/states';
import { CONDUCT, OBJECTS } from '@/domain/vocabulary';
import classes from './facts.module.css';
import { INTENT_WORDS, STATUS_WORDS } from './words';

interface FactProps {
  readonly name: string;
  readonly label: string;
  readonly children: ReactNode;
  readonly note?: string | undefined;
}

function Fact({ name, label, children, note }: FactProps) {
  return (
    <div id={`facts-${name}`} className={classes.fact}>
      <dt>{label}</dt>
      <dd>
        {children}
        {note === undefined ? null : <span className={classes.note}>{note}</span>}
      </dd>
    </div>
  );
}

const PRECISION: Readonly<Record<Dated['precision'], string>> = {
  minute: 'known to the minute',
  day: 'known to the day',
  month: 'known to the month',
  year: 'known to the year',
};

const precisionOf = (dated: Dated | null): string | undefined =>
  dated === null ? undefined : PRECISION[dated.precision];

const states = (codes: readonly string[]): string =>
  codes.length === 0 ? 'unknown' : codes.map(stateName).join(', ');

/** What is known of an incident; what is not known says so. */
export function Facts({ incident }: { readonly incident: Incident }) {
  const { started, ended, ongoing, disclosed, intent, joint } = incident;
  return (
    <dl className={classes.root}>
      <Fact name="started" label="Started" note={precisionOf(started)}>
        {formatDated(started)}
      </Fact>
      <Fact name="ended" label="Ended" note={precisionOf(ended)}>
        {ongoing ? 'still going on' : formatDated(ended)}
      </Fact>
      <Fact name="disclosed" label="Became public" note={precisionOf(disclosed)}>
        {formatDated(disclosed)}
      </Fact>
      <Fact name="victimStates" label="Affected states">
        {states(incident.victimStates)}
      </Fact>
      <Fact name="victims" label="Affected">
        {incident.victims.length === 0 ? 'unknown' : incident.victims.join(', ')}
      </Fact>
      <Fact name="conduct" label="Conduct">
        {incident.conduct.map((code) => CONDUCT[code].label).join(', ')}
      </Fact>
      <Fact name="objects" label="Object">
        {incident.objects.map((code) => OBJECTS[code].label).join(', ')}
      </Fact>
      <Fact name="intent" label="Intent">
        {intent === null ? 'unknown' : INTENT_WORDS[intent]}
      </Fact>
      <Fact name="severity" label="Severity" note={incident.severityNote}>
        {incident.severity} of 5
      </Fact>
      <Fact name="status" label="Status">
        {STATUS_WORDS[incident.status]}
        {incident.recurring ? ', recurring' : ''}
      </Fact>
      {incident.recursOf.length > 0 ? (
        <Fact name="recursOf" label="Recurrence of">
          {incident.recursOf.map((id) => (
            <a key={id} href={`/incidents/${id}`} className={classes.item}>
              {id}
            </a>
          ))}
        </Fact>
      ) : null}
      {joint.length > 0 ? (
        <Fact name="joint" label="Named together">
          {joint.map((group) => group.map(stateName).join(' and ')).join('; ')}
        </Fact>
      ) : null}
      <Fact name="tlp" label="Marking">
        TLP:{incident.tlp}
      </Fact>
    </dl>
  );
}
