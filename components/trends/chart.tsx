'use client';

import type { ReactNode } from 'react';
import type { FullData } from '@/components/frame/download-menu';
import type { Rows } from '@/components/frame/save';
import { Section } from '@/components/section';
import { takingOf } from '@/components/taking';
import { useFrame } from './frame';
import { LinkMenu } from './link-menu';
import { useEmbed } from './use-embed';

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
  readonly rows: () => Rows;
  /** More to take away than the findings under the filter, which every chart gives. */
  readonly full?: readonly FullData[];
  /** What opens beside the chart. */
  readonly panel?: ReactNode | null;
  /** Legend, picture, dated marks: all of it is drawn into pictures taken from the page. */
  readonly children: ReactNode;
}

/** A chart of the trends: its table (T), what may be taken away (D), its sources (S), its panel. */
export function Chart({ id, title, note, summary, table, rows, full = [], ...props }: Props) {
  const { head, sources, embedded } = useFrame();
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
      actions={embedded ? null : <LinkMenu chart={id} title={title} />}
      panel={props.panel ?? null}
      taking={takingOf(head, note, full)}
    >
      {props.children}
    </Section>
  );
}
