'use client';

import { type FormEvent, useRef, useState } from 'react';
import { emailSchema, nameSchema, newPasswordSchema } from '@/domain/account';
import classes from './form.module.css';
import { Refusal } from './notice';
import { send } from './send';
import { TextField } from './text-field';

interface Props {
  readonly token: string;
  /** Whose account it is; null where the first admin still has to say who they are. */
  readonly person: { readonly name: string; readonly email: string } | null;
}

type Faults = Readonly<Partial<Record<'name' | 'email' | 'password' | 'again', string>>>;

/** What is wrong, field by field, in the words of the form. */
function faultsIn(first: boolean, name: string, email: string, password: string, again: string) {
  const faults: { -readonly [Field in keyof Faults]: Faults[Field] } = {};
  if (first && !nameSchema.safeParse(name).success) faults.name = 'Write your name.';
  if (first && !emailSchema.safeParse(email).success)
    faults.email = 'Write an e-mail address such as name@example.org.';
  if (!newPasswordSchema.safeParse(password).success)
    faults.password = 'Choose at least 12 characters, not the same few over and over.';
  else if (password !== again) faults.again = 'Write the same password again.';
  return faults;
}

/** Sets an account up: a password, and for the first admin name and address. */
export function SetUpForm({ token, person }: Props) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const found = faultsIn(person === null, name, email, password, again);
    setFaults(found);
    setRefusal(null);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`input[name=${first}]`)?.focus();
      return;
    }
    setBusy(true);
    const who = person === null ? { who: { name, email } } : {};
    const answer = await send('POST', '/api/v1/set-up', { token, password, ...who });
    if (answer.ok) return window.location.assign('/sign-in?done=1');
    setBusy(false);
    setRefusal(answer.problem.detail);
  }

  return (
    <>
      {refusal === null ? null : (
        <Refusal>
          <p>{refusal}</p>
        </Refusal>
      )}
      <form ref={form} method="post" className={classes.form} onSubmit={submit} noValidate>
        {person !== null ? (
          <input
            type="hidden"
            name="username"
            autoComplete="username"
            value={person.email}
            readOnly
          />
        ) : (
          <>
            <TextField
              label="Your name"
              name="name"
              autoComplete="name"
              value={name}
              onValue={setName}
              error={faults.name}
            />
            <TextField
              label="E-mail address"
              name="email"
              type="email"
              autoComplete="username"
              value={email}
              onValue={setEmail}
              error={faults.email}
            />
          </>
        )}
        <TextField
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. A few words in a row are good; capitals and signs are not needed."
          value={password}
          onValue={setPassword}
          error={faults.password}
        />
        <TextField
          label="New password, again"
          name="again"
          type="password"
          autoComplete="new-password"
          value={again}
          onValue={setAgain}
          error={faults.again}
        />
        <button type="submit" className={classes.button} aria-disabled={busy}>
          {busy ? 'Setting up …' : 'Set up the account'}
        </button>
      </form>
    </>
  );
}
