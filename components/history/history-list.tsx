import Link from 'next/link';
import { momentWords } from '@/components/log/moment-words';
import { recordHref } from '@/components/record-href';
import type { Change } from '@/domain/revision-diff';
import { Changes } from './changes';
import classes from './history.module.css';
import { WholeRevision } from './whole-revision';

export interface RevisionRow {
  readonly number: number;
  readonly recordedAt: string;
  readonly author: string | null;
  readonly reason: string;
  readonly changes: readonly Change[];
  readonly withheld: boolean;
}

interface Props {
  readonly incident: string;
  readonly revisions: readonly RevisionRow[];
}

/** Every revision of a record, newest first: who changed what, when and why. */
export function HistoryList({ incident, revisions }: Props) {
  return (
    <ol className={classes.list} reversed>
      {revisions.map(({ number, recordedAt, author, reason, changes, withheld }) => (
        <li key={number} id={`revision-${number}`} className={classes.revision}>
          <h3 className={classes.title}>
            Revision {number}
            <span className="muted">
              {' '}
              {momentWords(recordedAt)}, {author ?? 'the seed or an import'}
            </span>
          </h3>
          {withheld ? (
            <p className="muted">What changed here carries a marking you may not read.</p>
          ) : (
            <>
              <p className={classes.reason}>“{reason}”</p>
              <Changes changes={changes} />
              <p className={classes.links}>
                <Link href={`${recordHref(incident)}?asOf=${recordedAt.slice(0, 10)}`}>
                  The record as of that day
                </Link>
              </p>
              <WholeRevision incident={incident} number={number} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
