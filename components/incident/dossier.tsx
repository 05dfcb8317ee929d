import Link from 'next/link';
import { formatDated, formatDay } from '@/components/format';
import { Section } from '@/components/section';
import type { Claim } from '@/domain/claim';
import type { IncidentTimeline } from '@/domain/incident-timeline';
import type { IncidentView } from '@/domain/incident-view';
import { stateInProse, stateName } from '@/domain/states';
import { Answers } from './answers';
import { AsOf } from './as-of';
import { AttributionSummary } from './attribution';
import { caseHref, type PageQuestion } from './case-address';
import { ChosenCasePanel } from './chosen-case';
import { ClaimsTable } from './claims-table';
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
  /** Claims left out of every finding for the sake of their evidence. */
  readonly suspended: readonly Claim[];
}

/** The same clause asked about another accused state. */
function weighHref(
  incident: string,
  chosen: IncidentView['chosen'],
  accused: string,
  question: PageQuestion,
): string {
  const at =
    chosen === null ? {} : { pact: chosen.pact.id, clause: chosen.judgement.case.clause.id };
  return caseHref(incident, { ...at, accused }, question, 'claims');
}

function Suspended({ claims }: { readonly claims: readonly Claim[] }) {
  if (claims.length === 0) return null;
  return (
    <p>
      <strong>Suspended, and left out of every finding</strong>, because{' '}
      <a href="#evidence">evidence</a> behind {claims.length === 1 ? 'it' : 'them'} is withdrawn or
      is not what was stored:{' '}
      {claims.map(({ id, claimant }) => `${claimant.name} (${id})`).join(', ')}.
    </p>
  );
}

/** The page of one incident: what happened, how it would be judged, on what evidence. */
export function Dossier(props: Props) {
  const { view, timeline, question, today, policy, revision, recordedOn, suspended } = props;
  const { incident, verdicts, chosen, attribution, weighedFor, weights } = view;
  const lines = findingLines(verdicts, incident.id, chosen, question);
  const theta = chosen?.judgement.case.clause.theta ?? null;
  const sources = `Record revision ${revision} of ${formatDay(recordedOn)} · policy ${policy} · as of ${question.asOf === null ? 'today' : formatDay(question.asOf)} · computed, none signed`;
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
        {view.accused.length < 2 ? null : (
          <p>
            What each claim adds, for{' '}
            {view.accused.map((code, index) => (
              <span key={code}>
                {index === 0 ? '' : ' · '}
                {code === weighedFor ? (
                  <strong>{stateInProse(code)}</strong>
                ) : (
                  <Link href={weighHref(incident.id, chosen, code, question)}>
                    {stateInProse(code)}
                  </Link>
                )}
              </span>
            ))}
          </p>
        )}
        <Suspended claims={suspended} />
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
