'use client';

import Link from 'next/link';
import { DayField, SelectField } from '@/components/standing/fields';
import { type SideAddress, variantQuery } from '@/domain/lab/address';
import type { Change } from '@/domain/lab/variant';
import classes from './compare.module.css';
import { NumberMover } from './number-mover';
import type { Choosable, SideFacts, SideOption } from './options';

interface Props {
  readonly letter: 'A' | 'B';
  readonly side: SideAddress;
  readonly asOf: string | null;
  readonly options: Choosable;
  readonly facts: SideFacts;
  readonly onChange: (next: Partial<SideAddress>) => void;
}

const same = (one: Change, two: Change): boolean =>
  one.slider === two.slider && one.clause === two.clause;

const groupOf = ({ kind }: SideOption): string =>
  kind === 'hypothetical' ? 'Hypothetical' : 'Historical';

/** Numbers moved already, each with a way back. */
function MovedList({ letter, side, facts, onChange }: Omit<Props, 'asOf' | 'options'>) {
  if (facts.moved.length === 0) return null;
  return (
    <ul className={classes.moved} aria-label={`Numbers moved in ${letter}`}>
      {facts.moved.map(({ change, words }) => (
        <li key={words}>
          <span>{words}</span>
          <button
            type="button"
            className="quiet-button"
            onClick={() => onChange({ set: side.set.filter((one) => !same(one, change)) })}
          >
            Put back<span className="visually-hidden">: {words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What no pact is called. */
const DRAFT = 'draft:';

/** Which pact, or which draft of one. */
function WhichPact({ letter, side, options, onChange }: Omit<Props, 'asOf' | 'facts'>) {
  const { pacts, drafts } = options;
  const choose = (value: string): void => {
    const draft = value.startsWith(DRAFT) ? value.slice(DRAFT.length) : null;
    const pact = draft === null ? value : side.pact;
    onChange({ pact, draft, version: null, set: [], from: null });
  };
  return (
    <SelectField
      label={`Pact ${letter}`}
      value={side.draft === null ? side.pact : `${DRAFT}${side.draft}`}
      choices={[
        ...drafts.map(({ id, label }) => ({
          ...{ value: `${DRAFT}${id}`, label, group: 'Drafts, not saved as a version' },
        })),
        ...pacts.map((one) => ({ value: one.id, label: one.title, group: groupOf(one) })),
      ]}
      onChange={choose}
    />
  );
}

/** One side: which pact or draft, which version, which of its numbers are moved, from when it is assumed in force. */
export function SideChooser({ letter, side, asOf, options, facts, onChange }: Props) {
  const latest = options.pacts.find(({ id }) => id === side.pact)?.latest ?? 1;
  const versions = Array.from({ length: side.draft === null ? latest : 1 }, (_, at) => `${at + 1}`);
  return (
    <section className={classes.side} aria-label={`Side ${letter}`}>
      <h2>{letter}</h2>
      <div className={classes.fields}>
        <div className={classes.wide}>
          <WhichPact {...{ letter, side, options, onChange }} />
        </div>
        {versions.length < 2 ? null : (
          <SelectField
            label="Version"
            value={`${side.version ?? latest}`}
            choices={versions.map((value) => ({ value, label: value }))}
            onChange={(text) => onChange({ version: text === `${latest}` ? null : Number(text) })}
          />
        )}
        {facts.kind === 'historical' ? null : (
          <DayField
            label={`${letter} assumed in force from (empty: its own)`}
            value={side.from}
            onChange={(from) => onChange({ from })}
          />
        )}
      </div>
      <MovedList {...{ letter, side, facts, onChange }} />
      <NumberMover
        clauses={facts.clauses}
        onMove={(change) =>
          onChange({ set: [...side.set.filter((one) => !same(one, change)), change] })
        }
      />
      <p>
        <Link href={`/lab?${variantQuery({ ...side, asOf })}`}>Open {letter} in the lab</Link>
        {side.draft === null ? null : (
          <>
            {' · '}
            <Link href={`/pacts/drafts/${side.draft}`}>Open the draft</Link>
          </>
        )}
      </p>
    </section>
  );
}
