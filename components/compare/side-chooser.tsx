'use client';

import Link from 'next/link';
import { DayField, SelectField } from '@/components/standing/fields';
import { type SideAddress, variantQuery } from '@/domain/lab/address';
import type { Change } from '@/domain/lab/variant';
import classes from './compare.module.css';
import { NumberMover } from './number-mover';
import type { SideOption } from './options';

interface Props {
  readonly letter: 'A' | 'B';
  readonly side: SideAddress;
  readonly asOf: string | null;
  readonly options: readonly SideOption[];
  /** Numbers moved, in words; those that alter nothing are left out. */
  readonly moved: readonly { readonly change: Change; readonly words: string }[];
  readonly onChange: (next: Partial<SideAddress>) => void;
}

const same = (one: Change, two: Change): boolean =>
  one.slider === two.slider && one.clause === two.clause;

const groupOf = ({ kind }: SideOption): string =>
  kind === 'hypothetical' ? 'Hypothetical' : 'Historical';

/** Numbers moved already, each with a way back. */
function MovedList({ letter, side, moved, onChange }: Omit<Props, 'asOf' | 'options'>) {
  if (moved.length === 0) return null;
  return (
    <ul className={classes.moved} aria-label={`Numbers moved in ${letter}`}>
      {moved.map(({ change, words }) => (
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

/** One side: which pact, which version, which of its numbers are moved, from when it is assumed in force. */
export function SideChooser({ letter, side, asOf, options, moved, onChange }: Props) {
  const own = options.find(({ id }) => id === side.pact);
  const versions = Array.from({ length: own?.latest ?? 1 }, (_, at) => `${at + 1}`);
  return (
    <section className={classes.side} aria-label={`Side ${letter}`}>
      <h2>{letter}</h2>
      <div className={classes.fields}>
        <div className={classes.wide}>
          <SelectField
            label={`Pact ${letter}`}
            value={side.pact}
            choices={options.map((one) => ({
              ...{ value: one.id, label: one.title, group: groupOf(one) },
            }))}
            onChange={(pact) => onChange({ pact, version: null, set: [], from: null })}
          />
        </div>
        {versions.length < 2 ? null : (
          <SelectField
            label="Version"
            value={`${side.version ?? own?.latest ?? 1}`}
            choices={versions.map((value) => ({ value, label: value }))}
            onChange={(text) =>
              onChange({ version: text === `${own?.latest}` ? null : Number(text) })
            }
          />
        )}
        {own?.kind === 'historical' ? null : (
          <DayField
            label={`${letter} assumed in force from (empty: its own)`}
            value={side.from}
            onChange={(from) => onChange({ from })}
          />
        )}
      </div>
      <MovedList {...{ letter, side, moved, onChange }} />
      <NumberMover
        clauses={own?.clauses ?? []}
        onMove={(change) =>
          onChange({ set: [...side.set.filter((one) => !same(one, change)), change] })
        }
      />
      <p>
        <Link href={`/lab?${variantQuery({ ...side, asOf })}`}>Open {letter} in the lab</Link>
      </p>
    </section>
  );
}
