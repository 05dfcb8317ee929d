'use client';

import { useEffect, useRef } from 'react';

/**
 * Puts a draft into the address from its first word on, so that a reload and "back" find it. Not
 * while somebody is leaving: the address they are on the way to is not to be taken back.
 */
export function useDraftAddress(id: string | null): void {
  const leaving = useRef(false);
  useEffect(() => {
    const click = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href]') !== null) leaving.current = true;
    };
    const press = () => {
      leaving.current = false;
    };
    document.addEventListener('click', click, true);
    document.addEventListener('input', press, true);
    return () => {
      document.removeEventListener('click', click, true);
      document.removeEventListener('input', press, true);
    };
  }, []);
  useEffect(() => {
    if (id !== null && !leaving.current)
      window.history.replaceState(null, '', `/incidents/new?draft=${id}`);
  }, [id]);
}
