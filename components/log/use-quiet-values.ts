'use client';

import { startTransition, useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** The values of a form once the typing has paused: for everything that is no keystroke's business. */
export function useQuietValues<T extends FieldValues>(form: UseFormReturn<T>, wait = 300): T {
  const [values, setValues] = useState<T>(() => form.getValues());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(
          () => startTransition(() => setValues(structuredClone(form.getValues()))),
          wait,
        );
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [form, wait]);
  return values;
}
