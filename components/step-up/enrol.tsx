'use client';

import { type FormEvent, useRef, useState } from 'react';
import account from '@/components/account/form.module.css';
import { send } from '@/components/account/send';
import { TextField } from '@/components/account/text-field';
import { type Enrolment, enrolmentSchema, readCode, recoverySchema } from '@/domain/step-up';
import { KeyToScan } from './key-to-scan';
import classes from './step-up.module.css';

interface Props {
  readonly asksPassword: boolean;
  readonly onEnrolled: (recoveryCodes: readonly string[]) => void;
}

/** Sets codes up: the password, the key, the first code. */
export function Enrol({ asksPassword, onEnrolled }: Props) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  return enrolment === null ? (
    <Begin asksPassword={asksPassword} onBegun={setEnrolment} />
  ) : (
    <Confirm {...{ enrolment, onEnrolled }} onCancel={() => setEnrolment(null)} />
  );
}

interface BeginProps {
  readonly asksPassword: boolean;
  readonly onBegun: (enrolment: Enrolment) => void;
}

function Begin({ asksPassword, onBegun }: BeginProps) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const fail = (words: string) => {
    setError(words);
    form.current?.querySelector<HTMLElement>('input, button')?.focus();
  };
  async function begin(event: FormEvent) {
    event.preventDefault();
    if (asksPassword && password === '') return fail('Write your password.');
    const answer = await send('POST', '/api/v1/me/step-up', { password });
    if (answer.ok) onBegun(enrolmentSchema.parse(answer.body));
    else fail(answer.problem.detail);
  }
  return (
    <form ref={form} method="post" className={classes.form} onSubmit={begin} noValidate>
      {asksPassword ? (
        <TextField
          {...{ value: password, onValue: setPassword, error }}
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          hint="Asked again, so that nobody sets codes up at a screen you left."
        />
      ) : null}
      {asksPassword || error === undefined ? null : <p role="alert">{error}</p>}
      <button type="submit" className={account.button}>
        Set up codes
      </button>
    </form>
  );
}

interface ConfirmProps extends Pick<Props, 'onEnrolled'> {
  readonly enrolment: Enrolment;
  readonly onCancel: () => void;
}

function Confirm({ enrolment, onEnrolled, onCancel }: ConfirmProps) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const fail = (words: string) => {
    setError(words);
    form.current?.querySelector('input')?.focus();
  };
  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (readCode(code)?.kind !== 'authenticator') return fail('Write the six digits it shows.');
    const answer = await send('POST', '/api/v1/me/step-up/confirm', { code });
    if (answer.ok) onEnrolled(recoverySchema.parse(answer.body).recoveryCodes);
    else fail(answer.problem.detail);
  }
  return (
    <>
      <KeyToScan enrolment={enrolment} />
      <form ref={form} className={classes.form} onSubmit={confirm} noValidate>
        <TextField
          {...{ value: code, onValue: setCode, error }}
          label="First code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          hint="The six digits the authenticator shows now."
        />
        <p className={classes.actions}>
          <button type="submit" className={account.button}>
            Confirm
          </button>
          <button type="button" className="link-button" onClick={onCancel}>
            Cancel
          </button>
        </p>
      </form>
    </>
  );
}
