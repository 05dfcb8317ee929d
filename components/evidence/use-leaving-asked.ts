'use client';

import { useEffect } from 'react';

/** Leaving the page takes a second word while something on it is kept nowhere else. */
export function useLeavingAsked(unkept: boolean): void {
  useEffect(() => {
    if (!unkept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unkept]);
}
