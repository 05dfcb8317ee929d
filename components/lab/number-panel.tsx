'use client';

import { useQuery } from '@tanstack/react-query';
import { CaseList } from '@/components/compare/case-list';
import { SidePanel } from '@/components/side-panel';
import findings from '@/components/standing/findings-list.module.css';
import { useStateName } from '@/components/standing/state-names';
import { VERDICT_WORDS } from '@/components/verdict-words';
import { type CaseKey, casesQueryOptions, type LabPact } from './api';
import classes from './lab.module.css';
import type { LabNumber } from './number-open';
import type { Moved } from './params';
import { Traces } from './traces-panel';

interface Props {
  readonly pact: LabPact;
  readonly moved: Moved;
  readonly number: LabNumber;
  /** The finding of the list that was asked about; null: the list. */
  readonly why: CaseKey | null;
  readonly onWhy: (key: CaseKey | null) => void;
  readonly onClose: () => void;
}

/** The findings behind a number of the clause table, or one of them judged both ways. */
export function NumberPanel({ pact, moved, number, why, onWhy, onClose }: Props) {
  const state = useStateName();
  const { data, isError, refetch } = useQuery(casesQueryOptions(pact, moved, number));
  const { clause, verdict, party } = number;
  const title = data?.rows.find(({ incident }) => incident === why?.incident)?.title;
  const list = `${VERDICT_WORDS[verdict]}: clause ${clause}, ${party === '' ? 'all parties' : state(party)}`;
  const one = why === null ? list : `Why: ${title ?? `clause ${clause}`}, ${state(why.accused)}`;
  return (
    <div className={classes.below}>
      <SidePanel
        title={one}
        onClose={onClose}
        back={
          why === null ? null : (
            <button type="button" className="quiet-button" onClick={() => onWhy(null)}>
              ← Back to the list
            </button>
          )
        }
      >
        {why !== null ? (
          <Traces pact={pact} moved={moved} caseKey={why} />
        ) : data !== undefined ? (
          <CaseList
            cases={data}
            sides={['In the text', 'Variant']}
            state={state}
            heading={(row) => (
              <button
                type="button"
                className={findings.title}
                onClick={() => onWhy({ incident: row.incident, clause, accused: row.accused })}
              >
                {row.title}
              </button>
            )}
          />
        ) : isError ? (
          <p role="alert">
            The findings behind this number could not be listed: the server cannot be reached, or
            the record is too large for a list.{' '}
            <button type="button" className="link-button" onClick={() => void refetch()}>
              Try again
            </button>
          </p>
        ) : (
          <p role="status">Reading the findings…</p>
        )}
      </SidePanel>
    </div>
  );
}
