'use client';

import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFault } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import classes from './editor.module.css';
import type { Save } from './use-save';

interface Props {
  readonly isNew: boolean;
  readonly save: Save;
  readonly children: ReactNode;
}

/** The foot of the editor: why it is changed, the button that saves, and where the draft stands. */
export function EditorBar({ isNew, save, children }: Props) {
  const fault = useFault('reason');
  return (
    <div className={classes.bar}>
      {isNew ? null : (
        <TextInput
          data-path="reason"
          label="Why it is changed"
          description="Kept with the revision, for those who read the history."
          value={save.reason}
          autoComplete="off"
          {...(fault === undefined ? {} : { error: fault.message })}
          onChange={({ currentTarget }) => save.setReason(currentTarget.value)}
        />
      )}
      <div className={form.actions}>
        <button type="submit" className={form.main} aria-disabled={save.busy}>
          {save.busy ? 'Saving …' : isNew ? 'Log the incident' : 'Save the revision'}
        </button>
        {children}
      </div>
    </div>
  );
}
