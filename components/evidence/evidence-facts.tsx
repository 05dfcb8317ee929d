import { momentWords } from '@/components/log/moment-words';
import classes from './evidence.module.css';
import { type EvidenceItem, sizeWords } from './item';

/** What a piece of evidence is, with its marks and its hash. */
export function EvidenceFacts({ item }: { readonly item: EvidenceItem }) {
  const { sealed, mismatchedAt, withdrawnAt, capturedBy, url, claims } = item;
  return (
    <>
      <p className={classes.head}>
        <strong>{item.name}</strong>
        {withdrawnAt === null ? null : (
          <span className={classes.badge}>withdrawn {momentWords(withdrawnAt)}</span>
        )}
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
        {capturedBy === null ? '' : ` by ${capturedBy}`} with {item.tool}
        {url === null ? null : (
          <>
            {' '}
            from <span className={classes.address}>{url}</span>
          </>
        )}
        {claims.length === 0 ? '' : `. For ${claims.join(', ')}`}
      </p>
      <p className="muted small">
        SHA-256 <code className={classes.hash}>{item.sha256}</code>
      </p>
    </>
  );
}
