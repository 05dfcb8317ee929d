'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ListedUser, userListSchema } from '@/domain/account';
import type { Choice } from './choice-field';
import { CreateUser } from './create-user';
import { LinkToHandOver, type SetUpLinkShown } from './link-to-hand-over';
import { Done, Refusal } from './notice';
import { send } from './send';
import own from './user-admin.module.css';
import { UserEntry } from './user-entry';

interface Props {
  readonly users: readonly ListedUser[];
  /** Who is looking: nobody changes their own account. */
  readonly me: string;
  /** An auditor sees everything and changes nothing. */
  readonly mayChange: boolean;
  readonly states: readonly Choice[];
  readonly pacts: readonly Choice[];
}

/** A change to send, and the sentence to tell when it is done. */
export interface Change {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly done: string;
  /** For whom the one-time link in the answer is. */
  readonly linkFor?: string;
}
export type Apply = (change: Change) => Promise<boolean>;

async function fetchUsers(): Promise<readonly ListedUser[]> {
  const reply = await fetch('/api/v1/users');
  if (!reply.ok) throw new Error(`The list of users answered ${reply.status}.`);
  return userListSchema.parse(await reply.json()).users;
}

/** The link in an answer, if there is one. */
function linkIn(body: unknown): { path: string } | null {
  const link: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'setUpLink') : null;
  const path: unknown =
    typeof link === 'object' && link !== null ? Reflect.get(link, 'path') : null;
  return typeof path === 'string' ? { path } : null;
}

/** Users and their roles, for an admin to change and an auditor to see. */
export function UserAdmin({ users: first, me, mayChange, states, pacts }: Props) {
  const queries = useQueryClient();
  const { data: users } = useQuery({
    ...{ queryKey: ['users'], queryFn: fetchUsers, initialData: first },
  });
  const [done, setDone] = useState('');
  const [refusal, setRefusal] = useState({ times: 0, words: '' });
  const [link, setLink] = useState<SetUpLinkShown | null>(null);

  const apply: Apply = async ({ method, path, body, done: words, linkFor }) => {
    setDone('');
    const answer = await send(method, path, body);
    await queries.invalidateQueries({ queryKey: ['users'] });
    setRefusal(({ times }) => ({
      times: times + 1,
      words: answer.ok ? '' : answer.problem.detail,
    }));
    if (!answer.ok) return false;
    setDone(words);
    const made = linkIn(answer.body);
    if (made !== null && linkFor !== undefined)
      setLink({ who: linkFor, address: `${window.location.origin}${made.path}` });
    return true;
  };

  return (
    <>
      <Done>{done}</Done>
      {refusal.words === '' ? null : (
        <Refusal key={refusal.times}>
          <p>{refusal.words}</p>
        </Refusal>
      )}
      {link === null ? null : <LinkToHandOver key={link.address} {...link} />}
      <ul className={own.users} aria-label="Users">
        {users.map((user) => (
          <UserEntry
            key={user.id}
            user={user}
            mayChange={mayChange && user.id !== me}
            isMe={user.id === me}
            {...{ states, pacts, apply }}
          />
        ))}
      </ul>
      {mayChange ? <CreateUser {...{ states, pacts, apply }} /> : null}
    </>
  );
}
