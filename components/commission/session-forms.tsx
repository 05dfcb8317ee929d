'use client';

import { type FormEvent, useId, useState } from 'react';
import form from '@/components/log/form.module.css';
import type { SessionView } from '@/domain/review/session-view';
import { stateName } from '@/domain/states';
import classes from './commission.module.css';
import { useAct } from './use-act';

/** Convenes a session; for the chair. */
export function OpenSession() {
  const id = useId();
  const [title, setTitle] = useState('');
  const { act, said, busy } = useAct('The session is open.');
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await act('POST', '/commission/sessions', { title })) setTitle('');
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-label="Open a session" noValidate>
      <div>
        <label htmlFor={id}>Title of the session</label>
        <input
          id={id}
          type="text"
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <p>
        <button type="submit" className={form.main} aria-disabled={busy}>
          Open a session
        </button>
      </p>
      <p role="status">{said}</p>
    </form>
  );
}

/** Holds a sitting, or corrects who came to the one under way. */
export function Presence({ view }: { readonly view: SessionView }) {
  const sitting = view.sittings.at(-1) ?? null;
  const [present, setPresent] = useState<readonly string[]>(
    sitting?.present.map(({ id }) => id) ?? [],
  );
  const { act, said, busy } = useAct('Recorded.');
  const sessions = `/commission/sessions/${view.id}`;
  const turn = (id: string) =>
    setPresent(present.includes(id) ? present.filter((each) => each !== id) : [...present, id]);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => event.preventDefault()}
      aria-label="Who is present"
    >
      <div className={classes.choices}>
        {view.delegates.map(({ id, name, party }) => (
          <label key={id}>
            <input type="checkbox" checked={present.includes(id)} onChange={() => turn(id)} />
            {name} ({stateName(party)})
          </label>
        ))}
      </div>
      <p className={form.actions}>
        <button
          type="button"
          className={form.main}
          aria-disabled={busy}
          onClick={() => act('POST', `${sessions}/convocations`, { present })}
        >
          Hold a sitting now
        </button>
        {sitting === null ? null : (
          <button
            type="button"
            className={form.plain}
            aria-disabled={busy}
            onClick={() => act('PUT', `${sessions}/convocations/${sitting.id}`, { present })}
          >
            Correct who is present
          </button>
        )}
      </p>
      <p role="status">{said}</p>
    </form>
  );
}

/** Puts a waiting finding before the session, or closes the session. */
export function Agenda({ view }: { readonly view: SessionView }) {
  const { act, said, busy } = useAct('Done.');
  const sessions = `/commission/sessions/${view.id}`;
  return (
    <div>
      {view.waiting.map(({ id, incident, pact, accused }) => (
        <p key={id}>
          <button
            type="button"
            className={form.plain}
            aria-disabled={busy}
            onClick={() => act('POST', `${sessions}/agenda`, { finding: id })}
          >
            Put before the session
          </button>{' '}
          {incident.title}, {pact.title}, {stateName(accused)}
        </p>
      ))}
      {view.waiting.length === 0 ? (
        <p className="muted">No forwarded finding waits for a session.</p>
      ) : null}
      <p>
        <button
          type="button"
          className={form.plain}
          aria-disabled={busy}
          onClick={() => act('PATCH', sessions, { closed: true })}
        >
          Close the session
        </button>
      </p>
      <p role="status">{said}</p>
    </div>
  );
}
