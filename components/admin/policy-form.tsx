'use client';

import { type FormEvent, useRef, useState } from 'react';
import { AreaField } from '@/components/account/area-field';
import account from '@/components/account/form.module.css';
import { Refusal } from '@/components/account/notice';
import { send } from '@/components/account/send';
import { TextField } from '@/components/account/text-field';
import type { Policy } from '@/domain/policy';
import { changeFaults } from '@/domain/policy-change';
import { policyFields } from '@/domain/policy-field';
import classes from './admin.module.css';
import { FlipsView } from './flips-view';
import { type Changes, keyOfChanges, usePreview } from './use-preview';
import { type Typed, ValueInputs } from './value-inputs';

interface Props {
  /** The latest version, which a change starts from. */
  readonly base: Policy;
  /** The first day a change may hold from. */
  readonly earliest: string;
  readonly pacts: readonly { readonly id: string; readonly title: string }[];
  readonly onProposed: () => void;
}

/** What was typed, as numbers; an empty field changes nothing. */
function readTyped(typed: Typed): { changes: Changes; unread: ReadonlyMap<string, string> } {
  const changes: Record<string, number> = {};
  const unread = new Map<string, string>();
  for (const [path, words] of Object.entries(typed)) {
    const word = words.trim().replace(',', '.');
    if (word === '') continue;
    const value = Number(word);
    if (Number.isFinite(value)) changes[path] = value;
    else unread.set(path, 'expected a number');
  }
  return { changes, unread };
}

/** What is wrong with what was typed, by path. */
function faultsOf(base: Policy, typed: Typed): ReadonlyMap<string, string> {
  const { changes, unread } = readTyped(typed);
  const faults = changeFaults(base, changes).map(
    ({ path, message }) => [path.replace(/^changes\./, ''), message] as const,
  );
  return new Map([...faults, ...unread]);
}

/** Why a change cannot be proposed yet, or null. */
function lack(
  changed: boolean,
  faulty: boolean,
  previewed: boolean,
  reason: string,
): string | null {
  if (!changed) return 'Set a value anew first.';
  if (faulty) return 'A value is not within its range.';
  if (!previewed) return 'Look first at which findings it would turn.';
  return reason.trim() === '' ? 'Give a reason.' : null;
}

/** Proposes a change of values: what it would turn is looked at before. */
export function PolicyForm({ base, earliest, pacts, onProposed }: Props) {
  const [typed, setTyped] = useState<Typed>({});
  const [validFrom, setValidFrom] = useState(earliest);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState({ times: 0, words: '' });
  const { preview, run } = usePreview(pacts);
  const form = useRef<HTMLFormElement>(null);
  const { changes } = readTyped(typed);
  const faults = faultsOf(base, typed);
  const changed = Object.keys(changes).length > 0;
  const previewed = preview.status === 'done' && preview.of === keyOfChanges(changes);
  const why = lack(changed, faults.size > 0, previewed, reason);

  async function propose(event: FormEvent) {
    event.preventDefault();
    if (why !== null) return;
    const body = { basedOn: base.version, changes, validFrom, reason };
    const answer = await send('POST', '/api/v1/policy/proposals', body);
    if (!answer.ok)
      return setRefusal(({ times }) => ({ times: times + 1, words: answer.problem.detail }));
    setTyped({});
    setReason('');
    setRefusal({ times: 0, words: '' });
    onProposed();
  }
  const ready = changed && faults.size === 0;
  return (
    <form ref={form} className={classes.form} onSubmit={propose} noValidate>
      {refusal.words === '' ? null : (
        <Refusal key={refusal.times}>
          <p>{refusal.words}</p>
        </Refusal>
      )}
      <div>
        <ValueInputs
          {...{ typed, faults }}
          fields={policyFields(base)}
          onTyped={(path, value) => setTyped((old) => ({ ...old, [path]: value }))}
        />
      </div>
      <p>
        <button
          type="button"
          className={account.plain}
          disabled={!ready || preview.status === 'running'}
          onClick={() => run(changes)}
        >
          Show which findings it would turn
        </button>
      </p>
      {previewed || preview.status !== 'done' ? (
        <FlipsView preview={preview} pacts={pacts} />
      ) : null}
      <TextField
        label="In force from"
        name="validFrom"
        type="date"
        min={earliest}
        value={validFrom}
        onValue={setValidFrom}
        hint="The beginning of a day in UTC; never before it is confirmed."
      />
      <AreaField label="Reason" name="reason" value={reason} onValue={setReason} />
      <p className={classes.row}>
        <button type="submit" className={account.button} disabled={why !== null}>
          Propose the change
        </button>
        <span className="muted">{why}</span>
      </p>
    </form>
  );
}
