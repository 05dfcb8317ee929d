import { formatNumber } from '@/components/format';
import { faultInWords } from '@/domain/ledger/export-fault';
import type { ExportVerdict } from '@/domain/ledger/export-reader';
import { instantInWords } from './instant';
import classes from './ledger.module.css';

interface Props {
  readonly name: string;
  readonly verdict: ExportVerdict;
}

function redactedInWords(redacted: number): string {
  if (redacted === 0) return 'no payload';
  return redacted === 1
    ? '1 payload; an entry tells of it, and its hash stays'
    : `${formatNumber(redacted)} payloads; an entry tells of each, and their hashes stay`;
}

/** What came of checking an export: its numbers, or the first bad entry. */
export function ExportResult({ name, verdict }: Props) {
  if (!verdict.ok)
    return (
      <div className={classes.bad}>
        <h2>
          <span aria-hidden="true">✕ </span>Not whole
        </h2>
        <p>{faultInWords(verdict.fault)}</p>
        <p className={classes.hint}>
          {name}
          {verdict.fault.entry > 0
            ? ': everything before this place is as it was entered; what follows was not looked at.'
            : ''}
        </p>
      </div>
    );
  const { header, entries, redacted, dailyRoots, first, last, head, root } = verdict;
  return (
    <div className={classes.good}>
      <h2>
        <span aria-hidden="true">✓ </span>Whole: every entry is as it was entered
      </h2>
      <dl className={classes.facts}>
        <dt>File</dt>
        <dd>
          {name}, exported {instantInWords(header.exportedAt)} by {header.product}
        </dd>
        <dt>Entries</dt>
        <dd>
          {formatNumber(entries)}
          {first === null || last === null
            ? ''
            : `, from ${instantInWords(first)} to ${instantInWords(last)}`}
        </dd>
        <dt>Redacted</dt>
        <dd>{redactedInWords(redacted)}</dd>
        <dt>Daily roots</dt>
        <dd>
          {dailyRoots === 0
            ? 'none stated yet'
            : `${formatNumber(dailyRoots)} computed again and found right`}
        </dd>
        <dt>Head</dt>
        <dd>
          <code>{head}</code>
        </dd>
        <dt>Root</dt>
        <dd>
          <code>{root}</code>
        </dd>
      </dl>
      <p className={classes.hint}>
        Somebody who owns the database could write a whole ledger anew, and it would look like this
        too. So compare head or root with one you noted earlier or got from somebody else, or add a
        proof from then. The roots are not co-signed and not anchored outside this product.
      </p>
    </div>
  );
}
