'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { IncidentDraft } from '@/domain/incident-draft';

const Quiet = createContext<IncidentDraft>({});

/** The draft as it was when the typing last paused: for summaries, choices and pictures. */
export function QuietDraft(props: { readonly draft: IncidentDraft; readonly children: ReactNode }) {
  return <Quiet value={props.draft}>{props.children}</Quiet>;
}

export const useQuietDraft = (): IncidentDraft => useContext(Quiet);
