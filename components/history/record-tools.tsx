import Link from 'next/link';
import { recordHref } from '@/components/record-href';
import classes from './history.module.css';

interface Props {
  readonly incident: string;
  readonly mayRevise: boolean;
  /** The revision that was just saved, or null. */
  readonly saved: number | null;
}

/** What can be done with a record beside reading it: its history, and for those who may, the editor. */
export function RecordTools({ incident, mayRevise, saved }: Props) {
  return (
    <nav aria-label="This record" className={`${classes.tools} no-print`}>
      {saved === null ? null : <span role="status">Saved as revision {saved}. </span>}
      <Link href={`${recordHref(incident)}/history`}>History</Link>
      {mayRevise ? (
        <>
          {' · '}
          <Link href={`${recordHref(incident)}/edit`}>Edit the dossier</Link>
          {' · '}
          <a href="#evidence">Evidence</a>
        </>
      ) : null}
    </nav>
  );
}
