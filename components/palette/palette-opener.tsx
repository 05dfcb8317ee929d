'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

/** Fetched when it is first asked for: pages that are only read do not carry it. */
const CommandPalette = dynamic(() => import('./command-palette'), { ssr: false });

interface Props {
  /** Whether the reader may log incidents: then N and the templates are theirs. */
  readonly mayLog: boolean;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The way to everything: Ctrl K, or this button; N begins a new incident. */
export function PaletteOpener({ mayLog }: Props) {
  const router = useRouter();
  const [opened, setOpened] = useState(0);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        setOpened((times) => times + 1);
        return;
      }
      const plain = !(event.ctrlKey || event.metaKey || event.altKey) && !typing(event.target);
      const covered = document.querySelector('dialog[open], [role="dialog"]') !== null;
      if (key !== 'n' || !plain || covered || !mayLog || event.repeat) return;
      event.preventDefault();
      router.push('/incidents/new');
    };
    document.addEventListener('keydown', listen);
    setReady(true);
    return () => document.removeEventListener('keydown', listen);
  }, [router, mayLog]);
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-keyshortcuts="Control+K"
        data-ready={ready}
        onClick={() => setOpened((times) => times + 1)}
      >
        Find <kbd>Ctrl K</kbd>
      </button>
      {opened === 0 ? null : <CommandPalette opened={opened} mayLog={mayLog} />}
    </>
  );
}
