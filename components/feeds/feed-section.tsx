'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import account from '@/components/account/form.module.css';
import { Done, Refusal } from '@/components/account/notice';
import { send } from '@/components/account/send';
import { formatDated } from '@/components/format';
import { Section } from '@/components/section';
import { type FeedState, feedStateSchema, type MadeFeeds, madeFeedsSchema } from '@/domain/feed';
import { Addresses } from './addresses';
import classes from './feeds.module.css';

const PATH = '/api/v1/me/feeds';

async function fetchState(): Promise<FeedState> {
  const reply = await fetch(PATH);
  if (!reply.ok) throw new Error(`The addresses answered ${reply.status}.`);
  return feedStateSchema.parse(await reply.json());
}

const instant = (at: string): string => formatDated({ date: at, precision: 'minute' });

function inWords({ madeAt, usedAt }: FeedState): string {
  if (madeAt === null) return 'You have no addresses.';
  const used = usedAt === null ? 'not used yet' : `last used in the hour from ${instant(usedAt)}`;
  return `You have addresses, made ${instant(madeAt)}, ${used}.`;
}

/** The addresses by which a feed reader and a calendar read as oneself: made, shown once, revoked. */
export function FeedSection({ initial }: { readonly initial: FeedState }) {
  const queries = useQueryClient();
  const { data: state } = useQuery({
    ...{ queryKey: [PATH], queryFn: fetchState, initialData: initial },
  });
  const [made, setMade] = useState<MadeFeeds | null>(null);
  const [told, setTold] = useState({ done: '', why: '', times: 0 });
  async function ask(method: 'POST' | 'DELETE', done: string) {
    const answer = await send(method, PATH);
    if (answer.ok) setMade(method === 'POST' ? madeFeedsSchema.parse(answer.body) : null);
    await queries.invalidateQueries({ queryKey: [PATH] });
    setTold(({ times }) => ({
      ...{
        times: times + 1,
        done: answer.ok ? done : '',
        why: answer.ok ? '' : answer.problem.detail,
      },
    }));
  }
  const has = state.madeAt !== null;
  return (
    <Section
      id="addresses"
      title="Inbox and calendar addresses"
      note="For a feed reader, your inbox by role; for a calendar, the days by which a state has to act or an objection lapses. Each shows what you may read at that moment, and nothing changes by reading it."
    >
      <Done>{told.done}</Done>
      {told.why === '' ? null : (
        <Refusal key={told.times}>
          <p>{told.why}</p>
        </Refusal>
      )}
      {made === null ? <p>{inWords(state)}</p> : <Addresses key={told.times} made={made} />}
      {state.calendarRefusal === null ? null : (
        <p role="note">The calendar tells no deadline at present. {state.calendarRefusal}</p>
      )}
      <p className={classes.actions}>
        <button
          type="button"
          className={account.plain}
          onClick={() => ask('POST', has ? 'The addresses before these are void.' : 'Made.')}
        >
          {has ? 'Make new addresses' : 'Make addresses'}
        </button>
        {has ? (
          <button
            type="button"
            className="link-button"
            onClick={() => ask('DELETE', 'Your addresses are void.')}
          >
            Revoke them
          </button>
        ) : null}
      </p>
    </Section>
  );
}
