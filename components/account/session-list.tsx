'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDated } from '@/components/format';
import { type ListedSession, sessionListSchema } from '@/domain/session';
import { Done, Refusal } from './notice';
import { send } from './send';
import own from './session-list.module.css';

interface Props {
  readonly initial: readonly ListedSession[];
  /** Where the same list is read again. */
  readonly path: '/api/v1/me/sessions' | '/api/v1/sessions';
  /** Whose each session is; left out where all are one's own. */
  readonly named?: boolean;
  readonly mayEnd: boolean;
}

const instant = (at: string): string => formatDated({ date: at, precision: 'minute' });

async function fetchSessions(path: string): Promise<readonly ListedSession[]> {
  const reply = await fetch(path);
  if (!reply.ok) throw new Error(`The list of sessions answered ${reply.status}.`);
  return sessionListSchema.parse(await reply.json()).sessions;
}

/** Sessions under way, each to be ended. */
export function SessionList({ initial, path, named = false, mayEnd }: Props) {
  const queries = useQueryClient();
  const { data: sessions } = useQuery({
    ...{ queryKey: [path], queryFn: () => fetchSessions(path), initialData: initial },
  });
  const [done, setDone] = useState('');
  const [refusal, setRefusal] = useState({ times: 0, words: '' });
  async function end(address: string, words: string, leaves: boolean) {
    setDone('');
    const answer = await send('DELETE', address);
    if (answer.ok && leaves) return window.location.assign('/sign-in');
    await queries.invalidateQueries({ queryKey: [path] });
    setRefusal(({ times }) => ({
      times: times + 1,
      words: answer.ok ? '' : answer.problem.detail,
    }));
    if (answer.ok) setDone(words);
  }
  return (
    <>
      <Done>{done}</Done>
      {refusal.words === '' ? null : (
        <Refusal key={refusal.times}>
          <p>{refusal.words}</p>
        </Refusal>
      )}
      {sessions.length === 0 ? <p className="muted">Nobody is signed in.</p> : null}
      <ul className={own.sessions}>
        {sessions.map((session) => (
          <Entry key={session.id} {...{ session, named, mayEnd, end }} />
        ))}
      </ul>
      {named ? null : (
        <p>
          <button
            type="button"
            className="link-button"
            onClick={() => end('/api/v1/me/sessions', '', true)}
          >
            Sign out everywhere
          </button>
        </p>
      )}
    </>
  );
}

interface EntryProps extends Pick<Props, 'mayEnd'> {
  readonly session: ListedSession;
  readonly named: boolean;
  readonly end: (address: string, words: string, leaves: boolean) => void;
}

function Entry({ session, named, mayEnd, end }: EntryProps) {
  const { id, user, agent, startedAt, seenAt, current } = session;
  const which = named ? `${user.name}, ${agent}` : agent;
  return (
    <li className={own.session}>
      <div>
        <p className={own.what}>
          {which} {current ? <span className="muted small">this session</span> : null}
        </p>
        <p className="muted small">
          since {instant(startedAt)} · last used {instant(seenAt)}
        </p>
      </div>
      {mayEnd ? (
        <p className={own.actions}>
          <button
            type="button"
            className="link-button"
            aria-label={`End the session ${which}, since ${instant(startedAt)}`}
            onClick={() =>
              end(`/api/v1/sessions/${id}`, `The session ${which} has ended.`, current)
            }
          >
            end
          </button>
          {named && !current ? (
            <button
              type="button"
              className="link-button"
              aria-label={`End every session of ${user.name}`}
              onClick={() =>
                end(
                  `/api/v1/users/${user.id}/sessions`,
                  `Every session of ${user.name} has ended.`,
                  false,
                )
              }
            >
              end all of theirs
            </button>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
