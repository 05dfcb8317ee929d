'use client';

import { useSyncExternalStore } from 'react';

function onFragment(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The fragment of the address; empty before the page is alive. */
export const useFragment = (): string =>
  useSyncExternalStore(
    onFragment,
    () => window.location.hash,
    () => '',
  );

/** Leaves the fragment, as a step that can be gone back by, and stays where the page is scrolled to. */
export function leaveFragment(): void {
  const { pathname, search } = window.location;
  window.history.pushState(null, '', `${pathname}${search}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
