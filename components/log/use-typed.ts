import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { DraftKeeper } from './draft-keeper';

/** Where nothing can be kept: on the server. */
export const NO_STORAGE = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

/** Hands a keeper what is typed into a form, and has it sent when the person looks away or is back online. */
export function useTyped<T extends FieldValues, P>(
  form: UseFormReturn<T>,
  keeper: DraftKeeper<P>,
  draftOf: (values: T) => P,
): void {
  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (name !== undefined) keeper.typed(draftOf(form.getValues()));
      },
    });
    const leave = () => keeper.flush(true);
    const hide = () => {
      if (document.visibilityState === 'hidden') keeper.flush(true);
    };
    const online = () => keeper.reconnected();
    const blur = () => keeper.flush();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', hide);
    document.addEventListener('focusout', blur);
    return () => {
      stop();
      keeper.flush(true);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', hide);
      document.removeEventListener('focusout', blur);
    };
  }, [form, keeper, draftOf]);
}
