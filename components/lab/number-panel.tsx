'use client';

import { useQuery } from '@tanstack/react-query';
import { CaseList } from '@/components/compare/case-list';
import { SidePanel } from '@/components/side-panel';
import { refusalWords } from '@/components/standing/api';
import findings from '@/components/standing/findings-list.module.css';
import { useStateName } from '@/components/standing/state-names';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { CaseFlip } from '@/domain/lab/case-flip';
import { type CaseKey, casesQueryOptions, type LabPact } from './api';
import classes from './lab.module.css';
import type { LabNumber, PartyNumber } from './number-open';
import type { Moved } from './params';
import { Traces } from './traces-panel';

const SIDES: Readonly<Record<PartyNumber['side'], string>> = {
  text: 'in the text',
  variant: 'in the variant',
};

function ofWords(number: LabNumber, state: (code: string) => string): string {
  if (number.place === 'parties') return `${state(number.party)}, ${SIDES[number.side]}`;
  return `clause ${number.clause}, ${number.party === '' ? 'all parties' : state(number.party)}`;
}

/** The finding that a row is judged by: under the clause of the number, or under which it counts. */
function keyOf({ incident, accused, clauseA, clauseB }: CaseFlip, number: LabNumber): CaseKey {
  if (number.place === 'clauses') return { incident, clause: number.clause, accused };
  return { incident, clause: (number.side === 'text' ? clauseA : clauseB) ?? '', accused };
}

interface Props {
  readonly pact: LabPact;
  readonly moved: Moved;
  readonly number: LabNumber;
  /** The finding of the list that was asked about; null: the list. */
  readonly why: CaseKey | null;
  readonly onWhy: (key: CaseKey | null) => void;
  readonly onClose: () => void;
}

/** The findings behind a number, or one of them judged both ways. */
export function NumberPanel({ pact, moved, number, why, onWhy, onClose }: Props) {
  const state = useStateName();
  const { data, error, isError, refetch } = useQuery(casesQueryOptions(pact, moved, number));
  const title = data?.rows.find(({ incident }) => incident === why?.incident)?.title;
  const list = `${VERDICT_WORDS[number.verdict]}: ${ofWords(number, state)}`;
  const one =
    why === null ? list : `Why: ${title ?? `clause ${why.clause}`}, ${state(why.accused)}`;
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
            {...(number.place === 'parties' ? { counted: SIDES[number.side] } : {})}
            heading={(row) => (
              <button
                type="button"
                className={findings.title}
                onClick={() => onWhy(keyOf(row, number))}
              >
                {row.title}
              </button>
            )}
          />
        ) : isError ? (
          <p role="alert">
            The findings behind this number could not be listed. {refusalWords(error)}{' '}
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
