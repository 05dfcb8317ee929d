import type { FieldChange } from '@/domain/lab/clause-change';
import classes from './compare.module.css';
import { fieldWords } from './field-words';

interface Props {
  readonly changes: readonly FieldChange[];
  readonly none: string;
}

/** Fields that differ, each before and after. */
export function FieldChanges({ changes, none }: Props) {
  if (changes.length === 0) return <p className="muted">{none}</p>;
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.label}>
          <dt>{change.label}</dt>
          <dd>{fieldWords(change)}</dd>
        </div>
      ))}
    </dl>
  );
}
