'use client';

import { type FormEvent, useState } from 'react';
import formClasses from '@/components/account/form.module.css';
import { Refusal } from '@/components/account/notice';
import { signIn } from '@/components/account/session';
import { TextField } from '@/components/account/text-field';
import { ask, wordAt } from './api';
import { Dialog } from './dialog';

interface Props {
  /** Who wrote what is waiting here. */
  readonly person: string;
  readonly onSignedIn: () => void;
  readonly onClose: () => void;
}

/** Signs in again without leaving the form: the text stays where it is. */
export function SignInAgain({ person, onSignedIn, onClose }: Props) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState({ times: 0, words: '' });
  const say = (words: string) => setSaid(({ times }) => ({ times: times + 1, words }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    // The form behind this dialog is not what was sent.
    event.stopPropagation();
    if (busy) return;
    if (email.trim() === '' || password === '')
      return say('Write your e-mail address and your password.');
    setBusy(true);
    const why = await signIn(email, password);
    setBusy(false);
    if (why !== null) return say(why);
    const me = await ask('GET', '/me');
    if (me.kind === 'done' && wordAt(me.body, 'id') !== person)
      return say(
        'That is another account. What is written here belongs to the one before; sign in with that.',
      );
    onSignedIn();
  }

  return (
    <Dialog title="Sign in again" onClose={onClose}>
      <p>
        Your session has ended. What you wrote is kept on this device and is sent as soon as you are
        signed in.
      </p>
      {said.words === '' ? null : (
        <Refusal key={said.times}>
          <p>{said.words}</p>
        </Refusal>
      )}
      <form className={formClasses.form} onSubmit={submit} noValidate>
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onValue={setEmail}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
        />
        <p className={formClasses.actions}>
          <button type="submit" className={formClasses.button} aria-disabled={busy}>
            {busy ? 'Signing in …' : 'Sign in and save'}
          </button>
          <button type="button" className="quiet-button" onClick={onClose}>
            Not now
          </button>
        </p>
      </form>
    </Dialog>
  );
}
