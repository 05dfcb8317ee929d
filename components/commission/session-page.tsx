import Link from 'next/link';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { PageHead } from '@/components/incident/page-head';
import { momentWords } from '@/components/log/moment-words';
import { Section } from '@/components/section';
import type { FindingBrief } from '@/domain/review/finding-view';
import type { SessionRow, SessionView } from '@/domain/review/session-view';
import { stateInProse } from '@/domain/states';
import { ActForm } from './act-form';
import classes from './commission.module.css';
import { Live } from './live';
import { Seats } from './seats';
import { Agenda, OpenSession, Presence } from './session-forms';
import { Verdicts } from './verdicts';
import { STATE_WORDS } from './words';

const AT_THE_TABLE = ['vote', 'recuse', 'decide'];

function Item({ finding }: { readonly finding: FindingBrief }) {
  const { id, version, incident, pact, clause, accused, state, acts } = finding;
  return (
    <Section
      id={`finding-${id}`}
      title={`${incident.title}: clause ${clause.id} of ${pact.id}, version ${version}`}
    >
      <p>
        <Link href={`/findings/${id}`}>
          {stateInProse(accused)}, clause {clause.id}
        </Link>{' '}
        {pact.title} {pact.hypothetical ? <HypotheticalStamp /> : null}{' '}
        <strong>{STATE_WORDS[state]}</strong>
      </p>
      {finding.computed === null ? null : <p>{finding.computed.sentence}</p>}
      <Verdicts finding={finding} />
      <Seats finding={finding} />
      {acts
        .filter(({ action }) => AT_THE_TABLE.includes(action))
        .map((act) => (
          <ActForm key={act.action} finding={finding} act={act} />
        ))}
    </Section>
  );
}

/** One session of the commission: who is there, what it has before it, and the votes. */
export function SessionPage({ view }: { readonly view: SessionView }) {
  const { title, convenedBy, convenedAt, closedAt, closedBy, sittings, agenda, refusal } = view;
  return (
    <>
      {closedAt === null ? <Live /> : null}
      <PageHead title={title} above={<Link href="/commission">The joint commission</Link>}>
        <p>
          Convened by {convenedBy.name}, {momentWords(convenedAt)}.
          {closedAt === null
            ? ' Open.'
            : ` Closed by ${closedBy?.name ?? 'unknown'}, ${momentWords(closedAt)}.`}{' '}
          <a href={`/api/v1/commission/sessions/${view.id}/minutes`}>Minutes (PDF)</a>
        </p>
      </PageHead>
      <Section id="sittings" title="Sittings">
        <ul className={classes.plain}>
          {sittings.map(({ id, at, chair, present }) => (
            <li key={id}>
              {momentWords(at)}, {chair.name} presiding:{' '}
              {present.length === 0 ? 'nobody came' : present.map(({ name }) => name).join(', ')}
            </li>
          ))}
        </ul>
        {sittings.length === 0 ? <p className="muted">No sitting was held yet.</p> : null}
        {refusal === null ? (
          <Presence key={sittings.length} view={view} />
        ) : (
          <p className="muted">{refusal}</p>
        )}
      </Section>
      {refusal === null ? (
        <Section id="agenda" title="Agenda">
          <Agenda view={view} />
        </Section>
      ) : null}
      {agenda.map((finding) => (
        <Item key={finding.id} finding={finding} />
      ))}
    </>
  );
}

/** The sessions of the commission. */
export function SessionList({
  sessions,
  mayConvene,
}: {
  readonly sessions: readonly SessionRow[];
  readonly mayConvene: boolean;
}) {
  return (
    <>
      <PageHead title="The joint commission">
        <p>
          Two delegations, a quorum of two each and the chair. The computed verdict always stands
          beside what they decide.
        </p>
      </PageHead>
      {mayConvene ? <OpenSession /> : null}
      <ul className={classes.plain}>
        {sessions.map(({ id, title, convenedAt, closedAt, findings, decided }) => (
          <li key={id}>
            <Link href={`/commission/${id}`}>{title}</Link>
            <span className="muted">
              {' '}
              {closedAt === null ? 'open' : 'closed'}, convened {momentWords(convenedAt)}, {decided}{' '}
              of {findings} findings decided
            </span>
          </li>
        ))}
      </ul>
      {sessions.length === 0 ? <p className="muted">No session was convened yet.</p> : null}
    </>
  );
}
