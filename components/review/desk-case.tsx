'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { forwardRef, useEffect } from 'react';
import { countOf } from '@/components/format';
import { Changes } from '@/components/history/changes';
import { momentWords } from '@/components/log/moment-words';
import classes from './desk.module.css';
import { type Case, fetchCase, noteLook, type Row } from './desk-api';
import { rowWords } from './desk-words';
import { RecordStateBlock } from './record-state';

/** What has changed since this person last looked, as far as they ever did. */
function Since({ since }: Pick<Case, 'since'>) {
  const { revision, at, changes } = since;
  return (
    <section aria-labelledby="since" tabIndex={-1} data-since="">
      <h3 id="since">Since your last look</h3>
      {revision === null || at === null ? (
        <p>You have looked at no earlier revision of this record.</p>
      ) : (
        <>
          <p className="muted">
            You looked at revision {revision} on {momentWords(at)}.
          </p>
          {changes.length === 0 ? <p>Nothing differs.</p> : <Changes changes={changes} />}
        </>
      )}
    </section>
  );
}

function RecordCase({ incident, withSince }: { incident: string; withSince: boolean }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['review', 'case', incident],
    queryFn: () => fetchCase(incident),
    staleTime: 5_000,
  });
  const revision = data?.revision;
  useEffect(() => {
    if (revision !== undefined) noteLook(incident);
  }, [incident, revision]);
  if (isPending) return <p role="status">Fetching the record …</p>;
  if (error !== null) return <p role="alert">{error.message}</p>;
  return (
    <>
      <p className={classes.summary}>{data.summary}</p>
      <p className="muted">
        Revision {data.revision}, {countOf(data.claims, 'claim')}, {countOf(data.sources, 'source')}
        {data.since.revision === null ? '' : `; you have looked at revision ${data.since.revision}`}
      </p>
      {withSince ? <Since since={data.since} /> : null}
      <RecordStateBlock {...data.review} incident={incident} onDesk={false} />
    </>
  );
}

interface Props {
  readonly row: Row;
  readonly withSince: boolean;
}

/** One case: what it is, where it stands, what may be done to it and why not. */
export const DeskCase = forwardRef<HTMLHeadingElement, Props>(function DeskCase(props, ref) {
  const { row, withSince } = props;
  const refused = row.actions.filter(({ refusal }) => refusal !== null);
  return (
    <>
      <h2 ref={ref} tabIndex={-1} className={classes.caseTitle}>
        {row.title}
      </h2>
      <p>
        {rowWords(row)}
        {row.own ? '. This is your own work.' : '.'}
      </p>
      {refused.length === 0 ? null : (
        <ul className={classes.refused}>
          {refused.map(({ action, refusal }) => (
            <li key={action}>
              {action.replaceAll('_', ' ')}: {refusal?.sentence}
            </li>
          ))}
        </ul>
      )}
      {row.incident === null ? (
        <p>
          <Link href={row.href}>Open it</Link>: this is decided on a page of its own.
        </p>
      ) : (
        <RecordCase incident={row.incident} withSince={withSince} />
      )}
    </>
  );
});
