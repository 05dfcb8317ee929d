'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { FieldFault } from './api';

const Faults = createContext<readonly FieldFault[]>([]);

/** What is wrong in the form; each field finds its own. */
export function FaultsProvider(props: {
  readonly faults: readonly FieldFault[];
  readonly children: ReactNode;
}) {
  return <Faults value={props.faults}>{props.children}</Faults>;
}

/** `claims.0.note` of the form is `claims[0].note` of the record. */
export const recordPath = (name: string): string => name.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');
/** And back. */
export const formPath = (path: string): string => path.replaceAll(/\[(\d+)\]/g, '.$1');

const within = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);

/** What is wrong with a field, refusals before warnings; `deep` takes what is wrong inside it as well. */
export function useFault(name: string, deep = true): FieldFault | undefined {
  const field = recordPath(name);
  const own = useContext(Faults).filter(({ path }) =>
    deep ? within(path, field) : path === field,
  );
  return own.find(({ level }) => level === 'refused') ?? own[0];
}

/** How many faults lie within a part of the form. */
export function useFaultCount(names: readonly string[]): number {
  const all = useContext(Faults);
  return all.filter(
    ({ path, level }) =>
      level === 'refused' && names.some((name) => within(path, recordPath(name))),
  ).length;
}

/** Elements by which a field can be found; a list is found by its button for adding. */
function elementFor(path: string): HTMLElement | null {
  for (let at = path; at !== ''; at = at.replace(/(?:\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, '')) {
    const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (found !== null) return found;
  }
  return null;
}

/** How long the fields of a folded entry may take to appear, in tries and milliseconds. */
const TRIES = 8;
const BETWEEN = 50;

/** Takes the reader to a field: opens what hides it, scrolls and gives it the focus. */
export function focusField(path: string, tries = TRIES): boolean {
  const field = elementFor(path);
  if (field === null) return false;
  for (let above = field.parentElement; above !== null; above = above.parentElement)
    if (above instanceof HTMLDetailsElement) above.open = true;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
  // A line of a folded entry: its fields come once it is open.
  if (field.tagName === 'SUMMARY' && field.dataset.path !== path && tries > 0)
    setTimeout(() => focusField(path, tries - 1), BETWEEN);
  return true;
}
