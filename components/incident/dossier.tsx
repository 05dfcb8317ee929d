import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDated, formatDay } from '@/components/format';
import { Section } from '@/components/section';
import type { Claim } from '@/domain/claim';
import type { IncidentTimeline } from '@/domain/incident-timeline';
import type { IncidentView } from '@/domain/incident-view';
import { stateName } from '@/domain/states';
import { Answers } from './answers';
import { AsOf } from './as-of';
import { AttributionSummary } from './attribution';
import type { PageQuestion } from './case-address';
import { ChosenCasePanel } from './chosen-case';
import { ClaimsSection } from './claims-section';
import classes from './dossier.module.css';
import { asOfDays, findingLines, timelineRows } from './dossier-rows';
import { Facts } from './facts';
import { FindingsTable } from './findings-table';
import { PageHead } from './page-head';
import { RecordMarks } from './record-marks';
import { Sources } from './sources';
import { TimelinePicture } from './timeline';
import { TimelineTable } from './timeline-table';
import { VerdictRail } from './verdict-rail';

interface Props {
  readonly view: IncidentView;
  readonly timeline: IncidentTimeline;
  readonly question: PageQuestion;
  readonly today: string;
  readonly policy: string;
  readonly revision: number;
  readonly recordedOn: string;
  readonly published: boolean;
  /** The address names a pact, a clause or an accused state. */
  readonly asked: boolean;
  /** Claims left out of every finding for the sake of their evidence. */
  readonly suspended: readonly Claim[];
  /** Where the record stands in review. */
  readonly review: ReactNode;
  /** What the commission has to do with the case looked at. */
  readonly commission: ReactNode;
}

/** The page of one incident: what happened, how it would be judged, on what evidence. */
export function Dossier(props: Props) {
  const { view, timeline, question, today, policy, revision, recordedOn, suspended, review } =
    props;
  const { incident, verdicts, chosen, attribution } = view;
  const lines = findingLines(verdicts, incident.id, chosen, question);
  const theta = chosen?.judgement.case.clause.theta ?? null;
  const sources = `Record revision ${revision} of ${formatDay(recordedOn)} · policy ${policy} · as of ${question.asOf === null ? 'today' : formatDay(question.asOf)} · computed`;
  return (
    <>
      <div className={classes.head}>
        <div>
          <PageHead
            title={incident.title}
            above={<Link href="/incidents">Incidents</Link>}
            beside={<RecordMarks published={props.published} tlp={incident.tlp} />}
          >
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
        <div>
          {review}
          <VerdictRail
            incident={incident.id}
            verdicts={verdicts}
            chosenPact={chosen?.pact.id ?? null}
            question={question}
          />
        </div>
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
        panel={
          chosen === null ? null : (
            <ChosenCasePanel chosen={chosen}>{props.commission}</ChosenCasePanel>
          )
        }
      >
        {chosen === null && props.asked ? (
          <p role="status">
            This record has no finding {question.asOf === null ? '' : 'on this day '}for the pact,
            clause and accused state that the address names.
          </p>
        ) : null}
        <FindingsTable
          covered={lines.filter(({ verdict }) => verdict !== 'NOT_COVERED')}
          outside={lines.filter(({ verdict }) => verdict === 'NOT_COVERED')}
        />
        <AttributionSummary attribution={attribution} theta={theta} />
      </Section>
      <ClaimsSection view={view} question={question} sources={sources} suspended={suspended} />
      <Section id="answers" title="Notifications, responses, objections">
        <Answers incident={incident} />
      </Section>
      <Section id="sources" title="Sources">
        <Sources sources={incident.sources} />
      </Section>
    </>
  );
}
