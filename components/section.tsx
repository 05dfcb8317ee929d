'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import { highestTlp, type Tlp } from '@/domain/tlp';
import { Beside } from './beside';
import { DownloadMenu, type FullData } from './frame/download-menu';
import { withMarking } from './frame/file-rows';
import { type Rows, saveCsv } from './frame/save';
import { usePageMarking } from './page-marking';
import classes from './section.module.css';

/** What makes a section a chart that can be taken away whole. */
export interface Taking {
  readonly pact: string;
  /** HYPOTHETICAL; null for pacts that were in force. */
  readonly stamp: string | null;
  readonly sources: string;
  /** How to read it, in plain text. */
  readonly note: string;
  /** The strictest marking of what it is counted from, where that may be stricter than the page's. */
  readonly marking?: Tlp;
  readonly full?: readonly FullData[];
}

interface Props {
  readonly id: string;
  readonly title: string;
  /** One or two sentences on what is seen and how to read it. */
  readonly note?: ReactNode;
  /** The picture in words, for people who do not see it. */
  readonly summary?: string;
  /** The same figures as a table; opened with T. */
  readonly table?: ReactNode;
  /** What is displayed, as rows; saved with D. */
  readonly csv?: () => Rows;
  /** With it D opens a menu: pictures, the rows, the full data. */
  readonly taking?: Taking;
  /** More to do, beside the other buttons. */
  readonly actions?: ReactNode;
  /** Versions and data cut-off; opened with S. */
  readonly sources?: ReactNode;
  /** What opens beside the section. */
  readonly panel?: ReactNode | null;
  readonly children: ReactNode;
}

/** A part of a page with its heading and, for charts, its table (T), its download (D) and its sources (S). */
export function Section(props: Props) {
  const { id, title, note, summary, table, csv, taking, actions, sources, panel = null } = props;
  const [asTable, setAsTable] = useState(false);
  const [withSources, setWithSources] = useState(false);
  const heading = useId();
  const own = taking?.marking;
  const page = usePageMarking();
  const marking = own === undefined ? page : highestTlp([own, page]);
  const picture = useRef<HTMLDivElement>(null);
  const name = `servanda-${id}`;
  return (
    <section id={id} aria-labelledby={heading} className={classes.root} data-keys="">
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <div className={classes.actions}>
          {table === undefined ? null : (
            <button
              type="button"
              className="quiet-button"
              data-key="t"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              <kbd>T</kbd> {asTable ? 'Picture' : 'Table'}
            </button>
          )}
          {csv === undefined ? null : taking === undefined ? (
            <button
              type="button"
              className="quiet-button"
              data-key="d"
              onClick={() => saveCsv(`${name}.csv`, withMarking(marking, csv()))}
            >
              <kbd>D</kbd> Download CSV
            </button>
          ) : (
            <DownloadMenu
              name={name}
              head={{ ...taking, title, marking }}
              note={taking.note}
              rows={csv}
              picture={picture}
              {...(taking.full === undefined ? {} : { full: taking.full })}
            />
          )}
          {actions}
          {sources === undefined ? null : (
            <button
              type="button"
              className="quiet-button"
              data-key="s"
              aria-expanded={withSources}
              onClick={() => setWithSources(!withSources)}
            >
              <kbd>S</kbd> Sources
            </button>
          )}
        </div>
      </div>
      {note === undefined ? null : <div className={classes.note}>{note}</div>}
      <Beside panel={panel}>
        {summary === undefined || asTable ? null : <p className="visually-hidden">{summary}</p>}
        <div ref={picture} data-picture="">
          {asTable ? table : props.children}
        </div>
        {sources === undefined ? null : (
          <p className={classes.sources} data-shown={withSources}>
            {sources}
          </p>
        )}
      </Beside>
    </section>
  );
}
