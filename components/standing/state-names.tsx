'use client';

import { createContext, type ReactNode, use } from 'react';

const Names = createContext<Readonly<Record<string, string>>>({});

interface Props {
  readonly names: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** Names of states by code, given by the page: the list lies beside schemas that a browser need not load. */
export function StateNames({ names, children }: Props) {
  return <Names value={names}>{children}</Names>;
}

/** The name of a state, or its code where it has none. */
export function useStateName(): (code: string) => string {
  const names = use(Names);
  return (code) => (Object.hasOwn(names, code) ? (names[code] ?? code) : code);
}
