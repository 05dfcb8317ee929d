'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { type FormEvent, memo, useId, useState } from 'react';
import { ACCOUNT, BROWSER, type Scenario } from './scenario-store';
import classes from './scenarios.module.css';

interface Props {
  readonly isSignedIn: boolean;
  /** The variant on the page, as parameters of the lab. */
  readonly query: string;
  /** What a name may begin as. */
  readonly suggested: string;
}

/** Scenarios and what is done with them; a failure is said, and nothing is lost by it. */
function useScenarios(isSignedIn: boolean) {
  const store = isSignedIn ? ACCOUNT : BROWSER;
  const client = useQueryClient();
  const queryKey = ['lab-scenarios', isSignedIn];
  const { data, isError } = useQuery({
    queryKey,
    queryFn: ({ signal }) => store.list(signal),
    // Another tab, or another device, may have kept others meanwhile.
    refetchOnWindowFocus: 'always',
  });
  const [failed, setFailed] = useState(false);
  const act = async (what: () => Promise<void>): Promise<boolean> => {
    try {
      await what();
      setFailed(false);
      return true;
    } catch {
      setFailed(true);
      return false;
    } finally {
      await client.invalidateQueries({ queryKey });
    }
  };
  return { scenarios: data ?? [], failed: failed || isError, store, act };
}

interface RowProps {
  readonly scenario: Scenario;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

function Row({ scenario, onRename, onRemove }: RowProps) {
  const [name, setName] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const next = (name ?? '').trim();
    if (next !== '' && (await onRename(next))) setName(null);
  };
  if (name !== null)
    return (
      <li>
        <form className={classes.form} onSubmit={(event) => void submit(event)}>
          <label>
            <span className="visually-hidden">New name of {scenario.name}</span>
            <input
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <button type="submit" className="quiet-button">
            Rename
          </button>
          <button type="button" className="quiet-button" onClick={() => setName(null)}>
            Leave it
          </button>
        </form>
      </li>
    );
  return (
    <li className={classes.row}>
      <Link href={`/lab?${scenario.query}`} prefetch={false}>
        {scenario.name}
      </Link>
      <button
        type="button"
        className="quiet-button"
        onClick={() => setName(scenario.name)}
        aria-label={`Rename ${scenario.name}`}
      >
        Rename
      </button>
      <button
        type="button"
        className="quiet-button"
        onClick={onRemove}
        aria-label={`Delete ${scenario.name}`}
      >
        Delete
      </button>
    </li>
  );
}

function NameForm({
  suggested,
  onKeep,
}: {
  readonly suggested: string;
  readonly onKeep: (name: string) => Promise<boolean>;
}) {
  const id = useId();
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await onKeep(name.trim() === '' ? suggested : name.trim())) setName('');
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>Name this variant</label>
      <input
        id={id}
        value={name}
        maxLength={120}
        placeholder={suggested}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="quiet-button">
        Keep as a scenario
      </button>
    </form>
  );
}

/** Variants that one named: with the account, or in this browser for who has none. */
export const Scenarios = memo(function Scenarios({ isSignedIn, query, suggested }: Props) {
  const { scenarios, failed, store, act } = useScenarios(isSignedIn);
  const [gone, setGone] = useState<Scenario | null>(null);
  return (
    <details className={classes.root}>
      <summary>Scenarios{scenarios.length === 0 ? '' : ` (${scenarios.length})`}</summary>
      <NameForm suggested={suggested} onKeep={(name) => act(() => store.keep(name, query))} />
      <p className="muted small">
        {isSignedIn
          ? 'Kept with your account; nobody else sees them.'
          : 'Kept in this browser only: sign in to keep them with an account.'}
      </p>
      {failed ? <p role="alert">The scenarios could not be kept or read. Try again.</p> : null}
      {gone === null ? null : (
        <p role="status">
          “{gone.name}” is deleted.{' '}
          <button
            type="button"
            className="link-button"
            onClick={() =>
              void act(() => store.restore(gone)).then((done) => done && setGone(null))
            }
          >
            Take it back
          </button>
        </p>
      )}
      <ul className={classes.list}>
        {scenarios.map((scenario) => (
          <Row
            key={scenario.id}
            scenario={scenario}
            onRename={(name) => act(() => store.rename(scenario.id, name))}
            onRemove={() =>
              void act(() => store.remove(scenario.id)).then((done) => done && setGone(scenario))
            }
          />
        ))}
      </ul>
    </details>
  );
});
