'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { TextField } from '@/components/account/text-field';
import classes from './step-up.module.css';
import { STEP_UP_KEY, useStepUpState } from './step-up-state';

interface Props {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error?: string | undefined;
  readonly label?: string;
  readonly hint?: string;
}

const HINT = 'Six digits of your authenticator, each good for one act; or a recovery code.';

/**
 * The field for the code that goes along with an act. Says where to set codes up where they are not,
 * and on demonstration accounts, whose key is public, offers the code of the moment.
 */
export function StepUpField({
  value,
  onValue,
  error,
  label = 'Confirm with a code',
  hint = HINT,
}: Props) {
  const queries = useQueryClient();
  const { data: state } = useStepUpState();
  async function fillDemo() {
    await queries.refetchQueries({ queryKey: STEP_UP_KEY });
    const now = queries.getQueryData<typeof state>(STEP_UP_KEY);
    if (now?.demo) onValue(now.demo.code);
  }
  if (state !== undefined && state.enrolledAt === null)
    return (
      <p className={classes.missing}>
        This needs a code of an authenticator.{' '}
        <Link href="/account#step-up">Set codes up on your account page</Link>.
      </p>
    );
  return (
    <div className={classes.code}>
      <TextField
        {...{ label, hint, value, onValue, error }}
        name="step-up"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      {state?.demo ? (
        <button type="button" className="link-button" onClick={fillDemo}>
          Fill in the code of this demonstration account
        </button>
      ) : null}
    </div>
  );
}
