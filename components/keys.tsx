'use client';

import { useEffect, useId, useRef } from 'react';
import classes from './keys.module.css';

const KEYS = [
  ['?', 'This list'],
  ['Ctrl K', 'Search everything, go anywhere'],
  ['N', 'Log an incident, where you may'],
  ['T', 'Table or picture of the section that has the focus'],
  ['D', 'Download what the section shows: picture, figures, full data'],
  ['L', 'Link to a chart, or embed it'],
  ['S', 'Sources of the section'],
  ['J K', 'Next and previous on the review desk'],
  ['A R S U', 'There: accept or submit, return, skip, undo'],
  ['Ctrl Z', 'In the lab: take the last move back; with Shift, again'],
  ['← → PgUp PgDn', 'On a slider: move it; the page follows'],
  ['Esc', 'Close the panel'],
  ['← →', 'In a chart: move over its periods; Enter opens what lies behind'],
  ['Tab', 'Next control'],
] as const;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Listens for the keys of the page. Letters act only on the section that holds the focus (WCAG 2.1.4). */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === '?') {
        event.preventDefault();
        if (!dialog.current?.open) dialog.current?.showModal();
        return;
      }
      if (!/^[a-z]$/i.test(event.key) || !(event.target instanceof Element)) return;
      const section = event.target.closest('[data-keys]');
      const button = section?.querySelector<HTMLElement>(`[data-key="${event.key.toLowerCase()}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <button type="button" className="link-button" onClick={() => dialog.current?.showModal()}>
        Keys (?)
      </button>
      <dialog ref={dialog} aria-labelledby={title} className={classes.dialog}>
        <h2 id={title} className={classes.title}>
          Keys
        </h2>
        <dl className={classes.list}>
          {KEYS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="quiet-button">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
