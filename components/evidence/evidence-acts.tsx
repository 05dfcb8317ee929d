import form from '@/components/log/form.module.css';
import type { EvidenceItem } from './item';

/** What opens over the page for one piece of evidence. */
export type EvidenceDialog = 'open' | 'copy' | 'withdraw';

interface Props {
  readonly item: EvidenceItem;
  /** Evidence can be added and withdrawn here: the reader may, and looks at today. */
  readonly mayAdd: boolean;
  readonly onOpen: (dialog: EvidenceDialog) => void;
  readonly onVerify: () => void;
}

/** What may be done with a piece of evidence by who looks at it. */
export function EvidenceActs({ item, mayAdd, onOpen, onVerify }: Props) {
  const { id, name, sealed, workingCopy, mayOpen, withdrawnAt } = item;
  const act = (label: string, of: string, onClick: () => void) => (
    <button type="button" className="quiet-button" onClick={onClick}>
      {label}
      <span className="visually-hidden">
        {of} {name}
      </span>
    </button>
  );
  const mayWithdraw = mayAdd && item.mayWithdraw;
  if (withdrawnAt !== null)
    return mayWithdraw ? (
      <p className={form.actions}>{act('Bring it back …', '', () => onOpen('withdraw'))}</p>
    ) : null;
  return (
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
      {sealed && mayOpen ? act('Open the original …', '', () => onOpen('open')) : null}
      {mayOpen ? act('Check the hash', ' of', onVerify) : null}
      {mayAdd && sealed ? act('Add a working copy …', ' of', () => onOpen('copy')) : null}
      {mayWithdraw ? act('Withdraw …', '', () => onOpen('withdraw')) : null}
    </p>
  );
}
