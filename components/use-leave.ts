'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';

/** Leads to another address of the product, and says while it does, or that it cannot. */
export function useLeave() {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [isOffline, setOffline] = useState(false);
  const leave = (address: string, options: { readonly scroll?: boolean } = {}): void => {
    // Without a network the browser would leave the page for one of its own.
    setOffline(!navigator.onLine);
    if (navigator.onLine) start(() => router.push(address, options));
  };
  return { busy, isOffline, leave };
}
