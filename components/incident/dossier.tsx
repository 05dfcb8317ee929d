import Link from 'next/link';
import { formatDated, formatDay } from '@/components/format';
import { Section } from '@/components/section';
import type { IncidentTimeline } from '@/domain/incident-timeline';
import type { IncidentView, PactVerdict } from '@/domain/incident-view';
import { stateInProse, stateName } from '@/domain/states';
import { Answers } from './answers';
import { AsOf } from './as-of';
import { AttributionSummary } from './attribution';
import { caseHref, type PageQuestion } from './case-address';
import { ChosenCasePanel } from './chosen-case';
import { ClaimsTable } from './claims-table';
import classes from './dossier.module.css';
import { Facts } from './facts';
import { type FindingLine, FindingsTable } from './findings-table';
import { PageHead } from './page-head';
import { Sources } from './sources';
import { TimelinePicture, whenOf } from './timeline';
import { type TimelineRow, TimelineTable } from './timeline-table';
import { VerdictRail } from './verdict-rail';

interface Props {
  readonly view: IncidentView;
  readonly timeline: IncidentTimeline;
  readonly question: PageQuestion;
  readonly today: string;
  readonly policy: string;
  readonly revision: number;
  readonly recordedOn: string;
}

const LANES = {
  happened: 'What happened',
  said: 'Who said what',
  answered: 'What states did',
} as const;

function timelineRows({ marks, undated }: IncidentTimeline): TimelineRow[] {
  return [
    ...marks.map((mark, index) => ({
      key: `${index}`,
      when: whenOf(mark),
      at: mark.from,
      lane: LANES[mark.lane],
      state: mark.state,
      label: mark.label,
      anchor: mark.anchor,
    })),
    ...undated.map((id) => ({
      key: id,
      when: 'unknown',
      at: null,
      lane: LANES.said,
      state: null,
      label: `Claim ${id}`,
      anchor: `claims-${id}`,
    })),
  ];
}

function findingLines(
  verdicts: readonly PactVerdict[],
  incident: string,
  chosen: IncidentView['chosen'],
  question: PageQuestion,
): FindingLine[] {
  return verdicts.flatMap(({ pact, findings }) =>
    findings.map((finding) => {
      const { clause, accused } = finding;
      const here = chosen !== null && chosen.pact.id === pact.id;
      const from = here ? question.from : null;
      return {
        href: caseHref(incident, { pact: pact.id, clause, accused }, { asOf: question.asOf, from }),
        chosen:
          here &&
          chosen.judgement.case.clause.id === clause &&
          chosen.judgement.case.accused === accused,
        pact: pact.title,
        hypothetical: pact.kind === 'hypothetical',
        clause,
        accused,
        verdict: finding.verdict,
        rule: finding.rule,
        failed: finding.failedCoverage,
        flags: finding.flags,
        link: [finding.link.lower, finding.link.upper] as const,
        state: [finding.state.lower, finding.state.upper] as const,
      };
    }),
  );
}

/** The page of one incident: what happened, how it would be judged, on what evidence. */
export function Dossier(props: Props) {
  const { view, timeline, question, today, policy, revision, recordedOn } = props;
  const { incident, verdicts, chosen, attribution, weighedFor, weights } = view;
  const lines = findingLines(verdicts, incident.id, chosen, question);
  const theta = chosen?.judgement.case.clause.theta ?? null;
  const sources = `Record revision ${revision} of ${formatDay(recordedOn)} · policy ${policy} · as of ${question.asOf === null ? 'today' : formatDay(question.asOf)} · computed, none signed`;
  return (
    <>
      <div className={classes.head}>
        <div>
          <PageHead title={incident.title} above={<Link href="/incidents">Incidents</Link>}>
            <p>{incident.summary}</p>
          </PageHead>
          <p className="muted">
            {formatDated(incident.started)}
            {incident.victimStates.length === 0
              ? ''
              : ` · affected: ${incident.victimStates.map(stateName).join(', ')}`}
          </p>
          <AsOf days={asOfDays(timeline)} today={today} />
          <Facts incident={incident} />
        </div>
        <VerdictRail
          incident={incident.id}
          verdicts={verdicts}
          chosenPact={chosen?.pact.id ?? null}
          question={question}
        />
      </div>
      <Section
        id="timeline"
        title="What happened, who said what, what the states did"
        table={<TimelineTable rows={timelineRows(timeline)} />}
        sources={sources}
        {...(chosen === null || timeline.clock === null
          ? {}
          : {
              note: `The shaded time to act is that of ${chosen.pact.title}, clause ${chosen.judgement.case.clause.id}.`,
            })}
      >
        <TimelinePicture timeline={timeline} />
      </Section>
      <Section
        id="findings"
        title="Findings and their reasons"
        sources={sources}
        panel={chosen === null ? null : <ChosenCasePanel chosen={chosen} />}
      >
        <FindingsTable
          covered={lines.filter(({ verdict }) => verdict !== 'NOT_COVERED')}
          outside={lines.filter(({ verdict }) => verdict === 'NOT_COVERED')}
        />
        <AttributionSummary attribution={attribution} theta={theta} />
      </Section>
      <Section
        id="claims"
        title="Claims"
        sources={sources}
        note="Likelihood is the claimant's own word for how sure it is. Grade and confidence are what we give: who speaks, with what. The two are never multiplied into one word."
      >
        <ClaimsTable
          claims={incident.claims}
          weights={weights}
          caption={
            weighedFor === null
              ? 'No state is accused: no claim adds to a belief.'
              : `What belief in ${stateInProse(weighedFor)} would lose without each claim; pivotal where an answer would change with it`
          }
        />
      </Section>
      <Section id="answers" title="Notifications, responses, objections">
        <Answers incident={incident} />
      </Section>
      <Section id="sources" title="Sources">
        <Sources sources={incident.sources} />
      </Section>
    </>
  );
}

/** Days at which the picture changes: the first claim, the first notification, the last day to act. */
function asOfDays({ marks, clock }: IncidentTimeline): { day: string; label: string }[] {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const first = (kind: string) => marks.find((mark) => mark.kind === kind);
  const found = [
    { at: first('claim')?.to, label: 'First claim' },
    { at: first('notification')?.to, label: 'First notification' },
    { at: clock?.actBy, label: 'Last day to act' },
  ];
  const days = found.flatMap(({ at, label }) =>
    at === undefined ? [] : [{ day: dayOf(at), label }],
  );
  return days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
}
