'use client';

import { type FormEvent, useRef, useState } from 'react';
import { emailSchema, nameSchema } from '@/domain/account';
import type { Choice } from './choice-field';
import classes from './form.module.css';
import { GrantFields, grantOf, useGrantDraft } from './grant-fields';
import { TextField } from './text-field';
import type { Apply } from './user-admin';
import own from './user-admin.module.css';

interface Props {
  readonly states: readonly Choice[];
  readonly pacts: readonly Choice[];
  readonly apply: Apply;
}

/** Creates an account; its owner sets the password by a one-time link. */
export function CreateUser({ states, pacts, apply }: Props) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  const { draft, setDraft, clear } = useGrantDraft(states);
  const form = useRef<HTMLFormElement>(null);
  const nameFits = nameSchema.safeParse(name).success;
  const emailFits = emailSchema.safeParse(email).success;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (!nameFits || !emailFits) {
      const missing = nameFits ? 'email' : 'name';
      form.current?.querySelector<HTMLInputElement>(`input[name=${missing}]`)?.focus();
      return;
    }
    const grant = grantOf(draft);
    const body = { name, email, grants: grant === null ? [] : [grant] };
    const done = `${name} has an account now.`;
    if (!(await apply({ method: 'POST', path: '/api/v1/users', body, done, linkFor: name })))
      return;
    setName('');
    setEmail('');
    setAsked(false);
    clear();
  }

  return (
    <section className={own.create} aria-labelledby="new-user">
      <h2 id="new-user">New account</h2>
      <form ref={form} className={classes.form} onSubmit={submit} noValidate>
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          value={name}
          onValue={setName}
          error={asked && !nameFits ? 'Write a name.' : undefined}
        />
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="off"
          value={email}
          onValue={setEmail}
          error={
            asked && !emailFits ? 'Write an e-mail address such as name@example.org.' : undefined
          }
        />
        <GrantFields draft={draft} onDraft={setDraft} states={states} pacts={pacts} />
        <button type="submit" className={classes.button}>
          Create the account
        </button>
      </form>
    </section>
  );
}
