'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { countOf, formatDated } from '@/components/format';
import { recordHref } from '@/components/record-href';
import { SidePanel } from '@/components/side-panel';
import classes from '@/components/standing/findings-list.module.css';
import type { IncidentRef } from '@/domain/view/incident-ref';

interface Props {
  readonly title: string;
  readonly refs: readonly IncidentRef[];
  /** How many there are; the list may hold fewer. */
  readonly total: number;
  /** What one of them adds to the mark. */
  readonly said?: (incident: string) => ReactNode;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** The incidents behind a mark, each leading to its record. */
export function IncidentsPanel({ title, refs, total, said, children, onClose }: Props) {
  return (
    <SidePanel title={title} onClose={onClose}>
      {children}
      <p className="muted">
        {total === 0 ? 'No incident lies behind this.' : `${countOf(total, 'incident')}.`}
        {refs.length < total
          ? ` The first ${refs.length} are listed: narrow the period to see the others.`
          : ''}
      </p>
      <ul className={classes.list}>
        {refs.map(({ id, title: name, started }) => (
          <li key={id} className={classes.item}>
            <Link href={recordHref(id)}>{name}</Link>
            <p className={classes.facts}>
              {formatDated(started)}
              {said === undefined ? null : <> · {said(id)}</>}
            </p>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
