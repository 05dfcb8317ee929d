'use client';

import { type FormEvent, useRef, useState } from 'react';
import { localPath } from '@/domain/local-path';
import classes from './form.module.css';
import { Refusal } from './notice';
import { providerAddress, signIn } from './session';
import { TextField } from './text-field';

export interface DemoEntry {
  readonly email: string;
  readonly roles: string;
}

interface Props {
  /** The path to return to. */
  readonly from: string;
  /** Why an earlier try at the provider's did not work. */
  readonly refusal: string | null;
  /** What the provider is called, where one is set up. */
  readonly provider: string | null;
  /** On an embedded demonstration: the accounts anybody may try. */
  readonly demo: { readonly password: string; readonly accounts: readonly DemoEntry[] } | null;
}

/** Signs in by password or with a provider, and goes back to where one came from. */
export function SignInForm({ from, refusal, provider, demo }: Props) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  // Counted, so that the same answer twice is told twice.
  const [said, setSaid] = useState({ times: 0, words: refusal });
  const form = useRef<HTMLFormElement>(null);
  const say = (words: string | null) => setSaid(({ times }) => ({ times: times + 1, words }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setAsked(true);
    if (email.trim() === '' || password === '') {
      say(null);
      const missing = email.trim() === '' ? 'email' : 'password';
      form.current?.querySelector<HTMLInputElement>(`input[name=${missing}]`)?.focus();
      return;
    }
    setBusy(true);
    say(null);
    const why = await signIn(email, password);
    // A whole new page: nothing a visitor's page has kept outlives the change of person.
    if (why === null) return window.location.assign(localPath(from));
    setBusy(false);
    setPassword('');
    setAsked(false);
    say(why);
  }

  async function toProvider() {
    setBusy(true);
    const address = await providerAddress(localPath(from));
    if (address !== null) return window.location.assign(address);
    setBusy(false);
    say('The provider could not be reached. Try again, or sign in with a password.');
  }

  return (
    <>
      {said.words === null ? null : (
        <Refusal key={said.times}>
          <p>{said.words}</p>
        </Refusal>
      )}
      <form ref={form} method="post" className={classes.form} onSubmit={submit} noValidate>
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          value={email}
          onValue={setEmail}
          error={asked && email.trim() === '' ? 'Write your e-mail address.' : undefined}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
          error={asked && password === '' ? 'Write your password.' : undefined}
        />
        <button type="submit" className={classes.button} aria-disabled={busy}>
          {busy ? 'Signing in …' : 'Sign in'}
        </button>
      </form>
      {provider === null ? null : (
        <div className={classes.or}>
          <button type="button" className={classes.plain} onClick={toProvider} disabled={busy}>
            Sign in with {provider}
          </button>
        </div>
      )}
      {demo === null ? null : (
        <section className={classes.demo} aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">Demo accounts</h2>
          <p>
            This installation runs on one machine for trying things out. Its accounts share the
            password <code>{demo.password}</code>; choose one to fill the form.
          </p>
          <ul>
            {demo.accounts.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    setEmail(account.email);
                    setPassword(demo.password);
                    form.current?.querySelector<HTMLButtonElement>('button')?.focus();
                  }}
                >
                  {account.email}
                </button>
                <span className="muted">{account.roles}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
