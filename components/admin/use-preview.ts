import { useRef, useState } from 'react';
import { send } from '@/components/account/send';
import { type PolicyFlips, policyFlipsSchema } from '@/domain/policy-proposal';

/** What a change would turn, as far as it is known; `of` names the values it was asked of. */
export type Preview =
  | { readonly status: 'none' }
  | {
      readonly status: 'running' | 'done';
      readonly of: string;
      /** One for each pact asked about so far. */
      readonly results: readonly PolicyFlips[];
    }
  | { readonly status: 'failed'; readonly words: string };

export type Changes = Readonly<Record<string, number>>;

/** Values as a key: the same whatever their order. */
export const keyOfChanges = (changes: Changes): string =>
  JSON.stringify(Object.entries(changes).sort(([one], [two]) => (one < two ? -1 : 1)));

/** Asks pact by pact what a change would turn, so that it is seen to go on. */
export function usePreview(pacts: readonly { readonly id: string }[]) {
  const [preview, setPreview] = useState<Preview>({ status: 'none' });
  const turn = useRef(0);
  async function run(changes: Changes) {
    turn.current += 1;
    const own = turn.current;
    const of = keyOfChanges(changes);
    const results: PolicyFlips[] = [];
    setPreview({ status: 'running', of, results });
    for (const { id } of pacts) {
      const answer = await send('POST', '/api/v1/policy/preview', { changes, pact: id });
      if (turn.current !== own) return;
      if (!answer.ok) return setPreview({ status: 'failed', words: answer.problem.detail });
      results.push(policyFlipsSchema.parse(answer.body));
      const status = results.length === pacts.length ? 'done' : 'running';
      setPreview({ status, of, results: [...results] });
    }
  }
  return { preview, run };
}
