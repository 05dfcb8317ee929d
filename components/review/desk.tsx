'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '@/components/empty-state';
import { countOf } from '@/components/format';
import classes from './desk.module.css';
import { type Case, type DeskAnswer, fetchDesk, type Row } from './desk-api';
import { type BarAct, DeskBar, isMain } from './desk-bar';
import { DeskCase } from './desk-case';
import { DeskList } from './desk-list';
import { HeldList } from './held-list';
import { ReturnForm } from './return-form';
import { useDecisions } from './use-decisions';

interface Props {
  readonly initial: DeskAnswer;
  /** When the page was made, so that server and browser say the same. */
  readonly now: number;
}

type Open = 'nothing' | 'return' | 'since';

/** What waits for one person: the list, one case, and the keys along the bottom edge. */
export function Desk({ initial, now }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['review', 'desk'],
    queryFn: fetchDesk,
    initialData: initial,
    refetchOnWindowFocus: true,
  });
  const [asked, setAsked] = useQueryState('item', parseAsString);
  const [open, setOpen] = useState<Open>('nothing');
  const [said, setSaid] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { decisions, held, sending, failed, clear } = useDecisions(() =>
    queries.invalidateQueries({ queryKey: ['review', 'desk'] }),
  );
  const decided = new Set([...held, ...sending].map(({ key }) => key));
  const rows = data.rows.filter(({ key }) => !decided.has(key));
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === asked),
  );
  const row: Row | undefined = rows[at];

  // Where nothing is left the desk itself holds the focus, so that its keys go on answering.
  const focusItem = (key: string | undefined) =>
    requestAnimationFrame(() => {
      const item = `[data-item="${CSS.escape(key ?? '')}"]`;
      (root.current?.querySelector<HTMLElement>(item) ?? root.current)?.focus();
    });
  const choose = (key: string) => {
    if (key !== asked) setAsked(key);
    if (key !== row?.key) setOpen('nothing');
  };
  const move = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next !== undefined) choose(next.key);
    focusItem(next?.key);
  };
  // The first item holds the focus from the start, so that the keys answer.
  const first = useRef(row?.key);
  useEffect(() => {
    const key = first.current;
    if (key !== undefined)
      root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)?.focus();
  }, []);

  function decide(action: 'submit' | 'accept' | 'return', reason: string | null) {
    if (row === undefined || row.incident === null) return;
    const seen = queries.getQueryData<Case>(['review', 'case', row.incident]);
    if (seen === undefined) return setSaid('The record is still being fetched.');
    const next = rows[at + 1] ?? rows[at - 1];
    clear();
    decisions.hold({
      ...{ key: row.key, incident: row.incident, title: row.title, action, reason },
      basedOn: seen.revision,
    });
    setOpen('nothing');
    setSaid(`${rows.length - 1 === 0 ? 'Nothing is' : countOf(rows.length - 1, 'item')} left.`);
    setAsked(next?.key ?? null);
    focusItem(next?.key);
  }

  function act(what: BarAct) {
    if (what === 'down') return move(1);
    if (what === 'up') return move(-1);
    if (what === 'skip') return move(at === rows.length - 1 ? -at : 1);
    if (what === 'undo') {
      const back = decisions.undo();
      setSaid(back === null ? 'There is nothing to undo.' : `Undone: ${back.title}.`);
      if (back === null) return;
      setAsked(back.key);
      return focusItem(back.key);
    }
    if (row === undefined) return;
    if (what === 'open')
      return row.incident === null ? router.push(row.href) : title.current?.focus();
    if (what === 'trace') return router.push(`${row.href.split('#')[0]}#findings`);
    if (what === 'since') return setOpen(open === 'since' ? 'nothing' : 'since');
    if (what === 'return') return setOpen('return');
    const main = row.actions.find(({ action, allowed }) => allowed && isMain(action));
    if (main?.action === 'accept' || main?.action === 'submit') return decide(main.action, null);
    if (main !== undefined) router.push(row.href);
  }

  return (
    <div ref={root} tabIndex={-1} className={classes.root} data-keys="">
      <HeldList held={held} sending={sending} failed={failed} onUndo={() => act('undo')} />
      {row === undefined ? (
        <EmptyState title="Nothing waits for you">
          <p>
            What is submitted, coded, proposed or returned to you appears here, the most urgent
            first. {decided.size > 0 ? 'Your last decisions are being sent.' : ''}
          </p>
        </EmptyState>
      ) : (
        <>
          <div>
            <DeskList
              rows={rows}
              chosen={row.key}
              now={now}
              onChoose={choose}
              onOpen={() => title.current?.focus()}
              onLeave={({ href }) => router.push(href)}
            />
            {data.more > 0 ? (
              <p className="muted">{countOf(data.more, 'more record')} wait.</p>
            ) : null}
          </div>
          <section aria-label="The case" className={classes.case}>
            <DeskCase key={row.key} ref={title} row={row} withSince={open === 'since'} />
            {open === 'return' ? (
              <ReturnForm
                key={`return ${row.key}`}
                begun={decisions.reasonFor(row.key)}
                onReturn={(reason) => decide('return', reason)}
                onLeave={() => {
                  setOpen('nothing');
                  focusItem(row.key);
                }}
              />
            ) : null}
          </section>
          <DeskBar row={row} undoable={held.length > 0} onAct={act} />
        </>
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
}
