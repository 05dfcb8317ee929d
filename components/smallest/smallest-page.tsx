'use client';

import Link from 'next/link';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { EmptyState } from '@/components/empty-state';
import { LeaveStatus } from '@/components/leave-status';
import { SelectField, ToggleField } from '@/components/standing/fields';
import { useLeave } from '@/components/use-leave';
import { variantQuery } from '@/domain/lab/address';
import {
  findingsText,
  MOST_FINDINGS,
  type SmallestAddress,
  smallestQuery,
} from '@/domain/lab/smallest/address';
import type { Option, Smallest } from '@/domain/lab/smallest/smallest';
import { changesSchema } from '@/domain/lab/variant';
import { type ChoiceLine, ChoiceList } from './choice-list';
import { answerWords } from './option-words';
import { Running } from './running';
import classes from './smallest.module.css';
import { TradeOff } from './trade-off';
import { useSearch } from './use-search';

interface Props {
  readonly asked: SmallestAddress;
  readonly pacts: readonly { readonly id: string; readonly title: string }[];
  readonly choices: readonly ChoiceLine[];
  /** Findings there are; the list may hold fewer. */
  readonly total: number;
  readonly title: string;
  readonly stamp: string | null;
  readonly sources: string;
}

const WANTS = [
  { value: 'clear', label: 'Clear: no violation any more' },
  { value: 'catch', label: 'Catch: a violation' },
] as const;

const keysIn = ({ findings }: SmallestAddress): Set<string> =>
  new Set(findings.map((finding) => findingsText([finding])));

function targetOf(key: string): SmallestAddress['findings'][number] {
  const [incident = '', clause = '', accused = ''] = key.split('~');
  return { incident, clause, accused };
}

/** What was searched for: on paper the list of ticks is not there. */
function chosenWords({ targets }: Smallest, choices: readonly ChoiceLine[]): string {
  const named = targets.map((target) => {
    const line = choices.find(({ key }) => key === findingsText([target]));
    return `${line?.title ?? target.incident} (clause ${target.clause}, ${line?.who ?? target.accused})`;
  });
  return `Chosen: ${named.join('; ')}.`;
}

/** The address of the page, and the way to another. */
function usePlace(asked: SmallestAddress) {
  const { busy, isOffline, leave } = useLeave();
  const go = (next: Partial<SmallestAddress>): void =>
    leave(`/lab/smallest?${smallestQuery({ ...asked, findings: [], ...next })}`);
  return { busy, isOffline, go };
}

/** What was ticked, and how a tick changes it. */
function useChosen(asked: SmallestAddress) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(keysIn(asked));
  const choose = (key: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  return { chosen, choose };
}

function Nothing({ want }: Pick<SmallestAddress, 'want'>) {
  return (
    <EmptyState title={want === 'clear' ? 'No violation to clear' : 'Nothing to catch'}>
      {want === 'clear'
        ? 'Under this pact the record holds no violation of a party on this day. Choose another pact or day, or look for what it should have caught.'
        : 'No number of this pact could make any finding on record a violation. Choose another pact or day.'}
    </EmptyState>
  );
}

/** Which pact, and what is wanted of it. */
function Wanted({ asked, pacts }: Pick<Props, 'asked' | 'pacts'>) {
  const { busy, isOffline, go } = usePlace(asked);
  return (
    <div className={classes.fields} aria-busy={busy}>
      <div className={classes.wide}>
        <SelectField
          label="Pact"
          value={asked.draft === null ? asked.pact : ''}
          choices={[
            ...(asked.draft === null
              ? []
              : [{ value: '', label: 'A draft, not saved as a version' }]),
            ...pacts.map((pact) => ({ value: pact.id, label: pact.title })),
          ]}
          onChange={(pact) => go({ pact, draft: null, version: null, set: [], from: null })}
        />
      </div>
      <ToggleField
        label="What the change should do"
        value={asked.want}
        choices={WANTS}
        onChange={(want) => go({ want })}
      />
      <LeaveStatus
        {...{ busy, isOffline }}
        offline="nothing else is opened. Choose again once you are."
      />
    </div>
  );
}

/** What is wanted, of which findings; then the least change that does it, and what it costs. */
export function SmallestPage(props: Props) {
  const { asked, pacts, choices, total, title, stamp, sources } = props;
  const { chosen, choose } = useChosen(asked);
  const { state, begin, cancel } = useSearch();
  const begun = useRef(false);
  useEffect(() => {
    // An address that names findings is a question: it is answered once, when it is opened.
    if (begun.current || asked.findings.length === 0) return;
    begun.current = true;
    void begin(smallestQuery(asked).toString());
  }, [asked, begin]);
  const search = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.size === 0) return;
    const query = smallestQuery({ ...asked, findings: [...chosen].map(targetOf) }).toString();
    window.history.replaceState(null, '', `/lab/smallest?${query}`);
    void begin(query);
  };
  const hrefOf = ({ set, from }: Option): string =>
    `/lab?${variantQuery({ ...asked, set: changesSchema.parse(set), from })}`;
  const list = { choices, chosen, most: MOST_FINDINGS, onChoose: choose };
  return (
    <>
      <noscript>
        <p>
          The search needs JavaScript. The findings below are those that a change could be searched
          for.
        </p>
      </noscript>
      <form className="no-print" onSubmit={search}>
        <Wanted asked={asked} pacts={pacts} />
        {choices.length === 0 ? <Nothing want={asked.want} /> : <ChoiceList {...list} />}
        {choices.length < total ? (
          <p className="muted">
            The {choices.length} gravest of {total} findings.
          </p>
        ) : null}
        <p className={classes.actions}>
          <button type="submit" className={classes.search} disabled={chosen.size === 0}>
            Search for the smallest change
          </button>
          <Link href={`/lab?${variantQuery(asked)}`}>Back to the lab</Link>
        </p>
      </form>
      <Running state={state} onCancel={cancel} />
      {state.at === 'found' ? (
        <>
          <p className={classes.answer}>{answerWords(state.found)}</p>
          <p className="muted">{chosenWords(state.found, choices)}</p>
          {state.found.options.length === 0 ? null : (
            <TradeOff {...{ found: state.found, sources, hrefOf, pact: title, stamp }} />
          )}
        </>
      ) : null}
    </>
  );
}
