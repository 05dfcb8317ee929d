'use client';

import { createContext, type ReactNode, use } from 'react';
import type { Tlp } from '@/domain/tlp';

const Held = createContext<Tlp | null>(null);

interface Props {
  /** The strictest marking of the records that the reader sees. */
  readonly tlp: Tlp;
  readonly children: ReactNode;
}

/** What every figure of a page bears when it is taken away, unless it says something stricter. */
export function PageMarking({ tlp, children }: Props) {
  return <Held value={tlp}>{children}</Held>;
}

/** The marking that figures of this page bear; a page outside of any shuts. */
export const usePageMarking = (): Tlp => use(Held) ?? 'RED';
