'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask, listAt, part, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import { momentWords } from '@/components/log/moment-words';
import classes from './evidence.module.css';
import { CUSTODY_WORDS, type CustodyLine, type EvidenceItem, sizeWords } from './item';
import { OpenSealed } from './open-sealed';
import { WorkingCopy } from './working-copy';

function Custody({ lines }: { readonly lines: readonly CustodyLine[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>Custody: {lines.length === 1 ? '1 entry' : `${lines.length} entries`}</summary>
      <ol className={classes.custody}>
        {lines.map(({ at, by, action, reason }) => (
          <li key={`${at} ${action}`}>
            {momentWords(at)}: {by} {CUSTODY_WORDS[action] ?? action}
            {reason === null ? '' : ` (“${reason}”)`}
          </li>
        ))}
      </ol>
    </details>
  );
}

interface Props {
  readonly item: EvidenceItem;
  readonly mayAdd: boolean;
}

/** One piece of evidence with its hash, its marks and what may be done with it. */
export function EvidenceEntry({ item, mayAdd }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState<'open' | 'copy' | null>(null);
  const { id, name, sealed, sha256, workingCopy, mismatchedAt, mayOpen, url } = item;

  async function verify() {
    setSaid('Checking …');
    const reply = await ask('POST', `/evidence/${id}/verify`);
    if (reply.kind !== 'done') return setSaid(sentenceOf(reply));
    const suspended = listAt(reply.body, 'suspended').join(', ');
    setSaid(
      part(reply.body, 'agrees') === true
        ? 'Checked: the stored bytes have this hash.'
        : `Checked: the stored bytes have another hash.${suspended === '' ? '' : ` Suspended: ${suspended}.`}`,
    );
    router.refresh();
  }

  return (
    <li className={classes.item} id={`evidence-${id}`}>
      <p className={classes.head}>
        <strong>{name}</strong>
        {sealed ? <span className={classes.badge}>sealed</span> : null}
        {mismatchedAt === null ? null : (
          <span className={classes.badge} data-grave="true">
            mismatch since {momentWords(mismatchedAt)}: claims that rest on it are suspended
          </span>
        )}
        <span className="muted">
          {item.mediaType} · {sizeWords(item.size)} · TLP:{item.tlp}
        </span>
      </p>
      <p>{item.description}</p>
      <p className="muted small">
        Captured {momentWords(item.capturedAt)}
        {item.capturedBy === null ? '' : ` by ${item.capturedBy}`} with {item.tool}
        {url === null ? null : (
          <>
            {' '}
            from <span className={classes.address}>{url}</span>
          </>
        )}
        {item.claims.length === 0 ? '' : `. For ${item.claims.join(', ')}`}
      </p>
      <p className="muted small">
        SHA-256 <code className={classes.hash}>{sha256}</code>
      </p>
      <p className={form.actions}>
        {sealed ? null : (
          <a href={`/api/v1/evidence/${id}`} download>
            Download<span className="visually-hidden"> {name}</span>
          </a>
        )}
        {workingCopy === null ? null : (
          <a href={`/api/v1/evidence/${id}?copy=redacted`} download>
            Redacted working copy<span className="visually-hidden"> of {name}</span>
          </a>
        )}
        {sealed && mayOpen ? (
          <button type="button" className="quiet-button" onClick={() => setOpen('open')}>
            Open the original …<span className="visually-hidden"> {name}</span>
          </button>
        ) : null}
        {mayOpen ? (
          <button type="button" className="quiet-button" onClick={verify}>
            Check the hash<span className="visually-hidden"> of {name}</span>
          </button>
        ) : null}
        {mayAdd && sealed ? (
          <button type="button" className="quiet-button" onClick={() => setOpen('copy')}>
            Add a working copy …<span className="visually-hidden"> of {name}</span>
          </button>
        ) : null}
      </p>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <Custody lines={item.custody} />
      {open === 'open' ? (
        <OpenSealed item={item} onClose={() => setOpen(null)} onSaid={setSaid} />
      ) : null}
      {open === 'copy' ? (
        <WorkingCopy item={item} onClose={() => setOpen(null)} onSaid={setSaid} />
      ) : null}
    </li>
  );
}
