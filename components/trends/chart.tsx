'use client';

import type { ReactNode } from 'react';
import { Section } from '@/components/section';
import { useFrame } from './frame';
import { useEmbed } from './use-embed';

export type Cell = string | number | null;

interface Props {
  /** Names the chart in addresses and files; unique within its view. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences on what is seen and how to read it. */
  readonly note: string;
  /** The picture in words, from the data, for people who do not see it. */
  readonly summary: string;
  /** The same figures as a table, each mark a button in it. */
  readonly table: ReactNode;
  /** What is displayed, as rows with a head. */
  readonly rows: () => readonly (readonly Cell[])[];
  /** What opens beside the chart. */
  readonly panel?: ReactNode | null;
  /** Legend, picture, dated marks: all of it is drawn into pictures taken from the page. */
  readonly children: ReactNode;
}

/** A chart of the trends: its table (T), what may be taken away (D), its sources (S), its panel. */
export function Chart({ id, title, note, summary, table, rows, panel = null, children }: Props) {
  const { sources } = useFrame();
  const { chart } = useEmbed();
  if (chart !== null && chart !== id) return null;
  return (
    <Section
      id={id}
      title={title}
      note={note}
      summary={summary}
      table={table}
      csv={rows}
      sources={sources}
      panel={panel}
    >
      {children}
    </Section>
  );
}
