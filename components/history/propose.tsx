'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ChoiceField } from '@/components/account/choice-field';
import { TextField } from '@/components/account/text-field';
import { ask, type FieldFault, sentenceOf, wordAt } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import classes from './history.module.css';

interface Props {
  readonly incident: string;
  /** Retracted or merged: it can be restored, and nothing else. */
  readonly gone: boolean;
}

const KINDS = [
  { value: 'retract', label: 'Retract it' },
  { value: 'merge', label: 'Merge it into another record' },
];
const NO_SUCH =
  'Name another record, by its id or its address, that you may see and that stands for itself.';

/** The id of a record in what was written or pasted: its id, or the address of its page. */
const idIn = (written: string): string =>
  /\/incidents\/([^/?#]+)/.exec(written)?.[1] ?? written.trim();

const RESTORE = [{ value: 'restore', label: 'Restore it' }];

/** Asks for a record to be retracted, restored or merged: first what rests on it, then why; a second person decides. */
export function Propose({ incident, gone }: Props) {
  const router = useRouter();
  const kinds = gone ? RESTORE : KINDS;
  const [impact, setImpact] = useState<string | null>(null);
  const [kind, setKind] = useState(kinds[0]?.value ?? 'retract');
  const [reason, setReason] = useState('');
  const [into, setInto] = useState('');
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) => faults.find(({ path }) => path === field)?.message;

  async function open() {
    setSaid('');
    const reply = await ask('GET', `/incidents/${incident}/impact`);
    if (reply.kind === 'done') setImpact(wordAt(reply.body, 'sentence'));
    else setSaid(sentenceOf(reply));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const missing: FieldFault[] = [];
    if (reason.trim() === '')
      missing.push({ path: 'reason', message: 'Say why.', level: 'refused' });
    if (kind === 'merge' && into.trim() === '')
      missing.push({
        ...{ path: 'into', level: 'refused' },
        message: 'Name the record that shall stand for this one.',
      });
    setFaults(missing);
    if (missing.length > 0) return;
    setBusy(true);
    const body = { kind, reason, ...(kind === 'merge' ? { into: idIn(into) } : {}) };
    const reply = await ask('POST', `/incidents/${incident}/proposals`, { body });
    setBusy(false);
    if (reply.kind !== 'done') {
      const faults = reply.kind === 'refused' ? reply.faults : [];
      setFaults(
        faults.map((fault) => (fault.path === 'into' ? { ...fault, message: NO_SUCH } : fault)),
      );
      const besideField = faults.some(({ path }) => path === 'into' || path === 'reason');
      return setSaid(besideField ? 'Not proposed.' : sentenceOf(reply));
    }
    setImpact(null);
    setReason('');
    setInto('');
    setSaid('Proposed. A second person decides.');
    router.refresh();
  }

  return (
    <div className={classes.propose}>
      <p role="status">{said}</p>
      {impact === null ? (
        <button type="button" className={`${form.plain} ${form.small}`} onClick={open}>
          {gone ? 'Propose to restore …' : 'Propose to retract or merge …'}
        </button>
      ) : (
        <form className={classes.decide} onSubmit={submit} noValidate aria-label="Propose">
          <p className={classes.impact}>{impact}</p>
          <p className="muted">
            Nothing is lost: the record and its history stay, and a second person decides.
          </p>
          <ChoiceField label="What shall be done" value={kind} choices={kinds} onValue={setKind} />
          {kind === 'merge' ? (
            <TextField
              label="The record that stands for it, by its id or address"
              name="into"
              autoComplete="off"
              value={into}
              onValue={setInto}
              error={errorOf('into')}
            />
          ) : null}
          <TextField
            label="Why"
            name="reason"
            autoComplete="off"
            value={reason}
            onValue={setReason}
            error={errorOf('reason')}
          />
          <p className={form.actions}>
            <button type="submit" className={form.main} aria-disabled={busy}>
              {busy ? 'Proposing …' : 'Propose it'}
            </button>
            <button type="button" className="quiet-button" onClick={() => setImpact(null)}>
              Leave it as it is
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
