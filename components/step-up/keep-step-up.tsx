'use client';

import { type FormEvent, useRef, useState } from 'react';
import account from '@/components/account/form.module.css';
import { send } from '@/components/account/send';
import { formatDay } from '@/components/format';
import { readCode, recoverySchema, type StepUpState } from '@/domain/step-up';
import classes from './step-up.module.css';
import { StepUpField } from './step-up-field';

interface Props {
  readonly state: StepUpState;
  readonly onRenewed: (recoveryCodes: readonly string[]) => void;
  readonly onRemoved: () => void;
}

const leftInWords = (left: number): string =>
  left === 0
    ? 'No recovery code is left.'
    : `${left} recovery code${left === 1 ? ' is' : 's are'} left.`;

/** Codes as they are set up, and what changes them: each for a code. */
export function KeepStepUp({ state, onRenewed, onRemoved }: Props) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const fail = (words: string) => {
    setError(words);
    form.current?.querySelector('input')?.focus();
  };
  async function ask(path: string, done: (body: unknown) => void) {
    if (readCode(code) === null) return fail('Write six digits, or a recovery code.');
    const answer = await send('POST', `/api/v1/me/step-up/${path}`, { code });
    if (!answer.ok) return fail(answer.problem.detail);
    setCode('');
    setError(undefined);
    done(answer.body);
  }
  const renew = (event: FormEvent) => {
    event.preventDefault();
    return ask('recovery-codes', (body) => onRenewed(recoverySchema.parse(body).recoveryCodes));
  };
  const remove = () => ask('remove', onRemoved);
  return (
    <>
      <p>
        Set up on {formatDay(state.enrolledAt ?? '')}. {leftInWords(state.recoveryLeft)}
      </p>
      {state.demo === null ? null : (
        <div className={classes.demo}>
          <p>
            <strong>A demonstration account.</strong> Its key is published, so its codes protect
            nothing: <code>{state.demo.key}</code>. Put it into an authenticator, or take the code
            that forms here fill in.
          </p>
        </div>
      )}
      <form ref={form} className={classes.form} onSubmit={renew} noValidate>
        <StepUpField value={code} onValue={setCode} error={error} label="Code" />
        <p className={classes.actions}>
          <button type="submit" className={account.plain}>
            New recovery codes
          </button>
          <button type="button" className="link-button" onClick={remove}>
            Remove step-up codes
          </button>
        </p>
      </form>
    </>
  );
}
