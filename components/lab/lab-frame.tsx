'use client';

import { createContext, type ReactNode, use } from 'react';
import type { FullData } from '@/components/frame/download-menu';
import type { Rows } from '@/components/frame/save';
import { Section } from '@/components/section';
import { LabLink } from './lab-link';

/** What every picture of the lab says of itself. */
export interface LabFrame {
  readonly pact: string;
  readonly stamp: string | null;
  readonly sources: string;
  /** More to take away than what is displayed. */
  readonly full: readonly FullData[];
}

const Held = createContext<LabFrame | null>(null);

export const LabFrameProvider = Held.Provider;

interface Props {
  /** Names the chart in addresses and files. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** The picture in words, for people who do not see it. */
  readonly summary?: string;
  readonly table?: ReactNode;
  readonly rows: () => Rows;
  readonly panel?: ReactNode | null;
  readonly children: ReactNode;
}

/** A chart of the lab: its table (T), what may be taken away (D), its link (L), its sources (S). */
export function LabChart({ rows, note, ...props }: Props) {
  const frame = use(Held);
  if (frame === null) throw new Error('A chart of the lab stands in the lab');
  return (
    <Section
      {...props}
      note={note}
      csv={rows}
      sources={frame.sources}
      actions={<LabLink chart={props.id} />}
      taking={{ ...frame, note }}
    />
  );
}
