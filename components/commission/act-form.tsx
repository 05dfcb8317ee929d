'use client';

import { type FormEvent, useId, useState } from 'react';
import form from '@/components/log/form.module.css';
import type { Act, FindingBrief } from '@/domain/review/finding-view';
import classes from './commission.module.css';
import { useAct } from './use-act';

/** What an act asks for beside itself. */
interface Asked {
  readonly label: string;
  readonly done: string;
  /** Whether it is confirmed with a one-time code. */
  readonly code?: (finding: FindingBrief) => boolean;
  readonly words?: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly send: (finding: FindingBrief, given: Given) => readonly [path: string, body: unknown];
}

interface Given {
  readonly code: string;
  readonly words: string;
  readonly choice: string;
}

const textOf = ({ words }: Given) => (words.trim() === '' ? null : words);

const always = () => true;
const decisionOn = ({ id, proposal }: FindingBrief) =>
  `/findings/${id}/proposals/${proposal?.id ?? ''}/decision`;

const ASKED: Readonly<Record<string, Asked>> = {
  forward: {
    ...{ label: 'Forward it to the commission', done: 'Forwarded.' },
    send: ({ id }) => [`/findings/${id}/steps`, { action: 'forward' }],
  },
  vote: {
    ...{ label: 'Cast the vote', done: 'Your vote is cast.', code: always },
    words: 'Reasons (a dissent needs them)',
    choices: [
      ['uphold', 'Uphold'],
      ['dissent', 'Dissent'],
      ['abstain', 'Abstain'],
    ],
    send: ({ id, contentHash }, given) => [
      `/findings/${id}/votes`,
      { position: given.choice, text: textOf(given), content: contentHash, stepUp: given.code },
    ],
  },
  decide: {
    ...{ label: 'Close the vote', done: 'The vote is closed.' },
    send: ({ id }) => [`/findings/${id}/steps`, { action: 'decide' }],
  },
  recuse: {
    ...{ label: 'Step back', done: 'You have stepped back.', words: 'Reason' },
    choices: [
      ['employee_of_claimant', 'I work or worked for a claimant'],
      ['employee_of_victim', 'I work or worked for a victim'],
      ['other', 'For another reason'],
    ],
    send: ({ id }, { choice, words }) => [
      `/findings/${id}/recusals`,
      { ground: choice, reason: words },
    ],
  },
  reply: {
    ...{ label: 'Publish the reply', done: 'The reply is kept.', words: 'Statement' },
    send: ({ id }, { words }) => [`/findings/${id}/replies`, { text: words }],
  },
  publish: {
    ...{ label: 'Ask for publication', done: 'Asked for: a second person confirms.', code: always },
    send: ({ id }, { code }) => [`/findings/${id}/proposals`, { kind: 'publish', stepUp: code }],
  },
  revoke: {
    ...{ label: 'Ask for revocation', done: 'Asked for: a second person confirms.' },
    words: 'Reason',
    send: ({ id }, { words }) => [`/findings/${id}/proposals`, { kind: 'revoke', reason: words }],
  },
  second: {
    ...{
      label: 'Confirm',
      done: 'Confirmed.',
      code: ({ proposal }) => proposal?.kind === 'publish',
    },
    send: (finding, { code }) => [
      decisionOn(finding),
      { accept: true, ...(code === '' ? {} : { stepUp: code }) },
    ],
  },
  decline: {
    ...{ label: 'Decline', done: 'Declined.', words: 'Why you decline' },
    send: (finding, { words }) => [decisionOn(finding), { accept: false, reason: words }],
  },
  supersede: {
    ...{ label: 'Nominate a new version', done: 'A new version is on its way.' },
    send: ({ incident, pact, clause, accused }) => [
      '/findings',
      { incident: incident.id, pact: pact.id, clause: clause.id, accused },
    ],
  },
};

interface Props {
  readonly finding: FindingBrief;
  readonly act: Act;
}

/** One act on a finding: what it asks for, or why it cannot be done now. */
export function ActForm({ finding, act: { action, refusal } }: Props) {
  const asked = ASKED[action];
  const [given, setGiven] = useState<Given>({
    ...{ code: '', words: '', choice: asked?.choices?.[0]?.[0] ?? '' },
  });
  const { act, said, busy } = useAct(asked?.done ?? '');
  const id = useId();
  if (asked === undefined) return null;
  const set = (change: Partial<Given>) => setGiven({ ...given, ...change });
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (refusal !== null || asked === undefined) return;
    const [path, body] = asked.send(finding, given);
    if (await act('POST', path, body)) setGiven({ ...given, code: '', words: '' });
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-label={asked.label} noValidate>
      {refusal !== null || asked.choices === undefined ? null : (
        <div className={classes.choices} role="radiogroup" aria-label={asked.label}>
          {asked.choices.map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name={`${id}-choice`}
                value={value}
                checked={given.choice === value}
                onChange={() => set({ choice: value })}
              />
              {label}
            </label>
          ))}
        </div>
      )}
      {refusal !== null || asked.words === undefined ? null : (
        <div>
          <label htmlFor={`${id}-words`}>{asked.words}</label>
          <textarea
            id={`${id}-words`}
            rows={3}
            value={given.words}
            onChange={({ target }) => set({ words: target.value })}
          />
        </div>
      )}
      {refusal !== null || asked.code?.(finding) !== true ? null : (
        <div>
          <label htmlFor={`${id}-code`}>One-time code</label>
          <input
            id={`${id}-code`}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={given.code}
            onChange={({ target }) => set({ code: target.value })}
          />
        </div>
      )}
      <p>
        <button
          type="submit"
          className={form.main}
          aria-disabled={busy || refusal !== null}
          aria-describedby={refusal === null ? undefined : `${id}-why`}
        >
          {asked.label}
        </button>
      </p>
      {refusal === null ? null : (
        <p id={`${id}-why`} className="muted">
          {refusal.sentence}
        </p>
      )}
      <p role="status">{said}</p>
    </form>
  );
}
