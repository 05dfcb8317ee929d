import type { ReactNode } from 'react';
import { countOf, formatDated } from '@/components/format';
import type { Dated } from '@/domain/dates';
import { notificationCounts } from '@/domain/duty';
import type { Incident } from '@/domain/incident';
import { stateName } from '@/domain/states';
import { EXCEPTIONS, RESPONSE_LEVELS } from '@/domain/vocabulary';
import classes from './answers.module.css';
import { SourceRefs } from './source-refs';
import { CHANNEL_WORDS, OBJECTION_WORDS } from './words';

interface ItemProps {
  readonly id: string;
  readonly at: Dated;
  readonly sources: readonly string[];
  readonly children: ReactNode;
}

function Item({ id, at, sources, children }: ItemProps) {
  return (
    <li id={id} className={classes.item}>
      <span className={classes.when}>{formatDated(at)}</span>
      <div>
        {children}{' '}
        <span className={classes.refs}>
          (<SourceRefs ids={sources} />)
        </span>
      </div>
    </li>
  );
}

function Group({
  title,
  none,
  children,
}: {
  title: string;
  none: string | null;
  children: ReactNode;
}) {
  return (
    <div className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      {none === null ? (
        <ul className={classes.list}>{children}</ul>
      ) : (
        <p className="muted">{none}</p>
      )}
    </div>
  );
}

function Notifications({ incident }: { readonly incident: Incident }) {
  const { notifications } = incident;
  return (
    <Group
      title="Notifications"
      none={
        notifications.length === 0
          ? 'No notification on record. Without one, a duty to act starts only where the public record leaves no doubt.'
          : null
      }
    >
      {notifications.map((notice, index) => (
        <Item
          key={`${notice.at.date} ${notice.by} ${notice.to} ${notice.asks}`}
          id={`notifications-${index}`}
          at={notice.at}
          sources={notice.sources}
        >
          {stateName(notice.by)} to {stateName(notice.to)}, {CHANNEL_WORDS[notice.channel]}
          {notice.onBehalfOf === undefined ? '' : `, on behalf of ${stateName(notice.onBehalfOf)}`}.{' '}
          {notice.asks === null ? 'Asks nothing.' : notice.asks}
          {notificationCounts(notice, incident, notice.to) ? null : (
            <span className={classes.refs}> Does not start a clock.</span>
          )}
        </Item>
      ))}
    </Group>
  );
}

function Responses({ responses }: Incident) {
  return (
    <Group
      title="Responses"
      none={
        responses.length === 0
          ? 'No response on record. Silence is a dated fact once a clock has run.'
          : null
      }
    >
      {responses.map((answer, index) => (
        <Item
          key={`${answer.at.date} ${answer.by} ${answer.summary}`}
          id={`responses-${index}`}
          at={answer.at}
          sources={answer.sources}
        >
          <strong className={classes.level}>
            {stateName(answer.by)}, level {answer.level}: {RESPONSE_LEVELS[answer.level]}
          </strong>{' '}
          ({answer.verified ? 'verified' : 'not verified'}
          {answer.acknowledgesLink ? ', acknowledges the link' : ''}
          {answer.endorsed ? ', endorses the conduct' : ''}
          {answer.requestedAssistance ? ', asks for help' : ''}
          {answer.rebuttalEvidence ? ', offers evidence in rebuttal' : ''}). {answer.summary}
        </Item>
      ))}
    </Group>
  );
}

function Objections({ objections }: Incident) {
  if (objections.length === 0) return null;
  return (
    <Group title="Objections" none={null}>
      {objections.map((objection, index) => (
        <Item
          key={`${objection.at.date} ${objection.by} ${objection.against}`}
          id={`objections-${index}`}
          at={objection.at}
          sources={objection.sources}
        >
          {stateName(objection.by)} against {OBJECTION_WORDS[objection.against]},{' '}
          {objection.closedAt === null ? 'not closed' : `closed ${formatDated(objection.closedAt)}`}
          . {objection.summary}
        </Item>
      ))}
    </Group>
  );
}

const DECIDED = { true: 'accepted', false: 'rejected', null: 'not decided' } as const;

function Pleas({ pleas, extensions }: Incident) {
  if (pleas.length + extensions.length === 0) return null;
  return (
    <Group title="Pleas and extensions" none={null}>
      {pleas.map((plea, index) => (
        <Item
          key={`${plea.at.date} ${plea.by} ${plea.kind}`}
          id={`pleas-${index}`}
          at={plea.at}
          sources={plea.sources}
        >
          {stateName(plea.by)} pleads {plea.kind}
          {plea.code === undefined ? '' : ` (${EXCEPTIONS[plea.code].label.toLowerCase()})`}:{' '}
          {DECIDED[`${plea.accepted}`]}.
        </Item>
      ))}
      {extensions.map((extension, index) => (
        <Item
          key={`${extension.requestedAt.date} ${extension.by}`}
          id={`extensions-${index}`}
          at={extension.requestedAt}
          sources={extension.sources}
        >
          {stateName(extension.by)} asks for {countOf(extension.days, 'more day', 'more days')}.
        </Item>
      ))}
    </Group>
  );
}

/** What the states concerned were told and did: notifications, responses, objections, pleas. */
export function Answers({ incident }: { readonly incident: Incident }) {
  return (
    <>
      <Notifications incident={incident} />
      <Responses {...incident} />
      <Objections {...incident} />
      <Pleas {...incident} />
    </>
  );
}
