import { fieldLabel } from '@/components/log/field-words';
import { valueWords } from '@/components/log/value-words';
import type { Change } from '@/domain/revision-diff';
import classes from './history.module.css';

const KINDS: Readonly<Record<Change['kind'], string>> = {
  added: 'added',
  removed: 'taken out',
  changed: 'changed',
  reordered: 'put in another order',
};

/** What differs between two revisions, field by field: what stood there before, and what stands there now. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(({ path, kind, before, after }) => (
        <div key={`${path} ${kind}`}>
          <dt>
            {fieldLabel(path)} <span className="muted">{KINDS[kind]}</span>
          </dt>
          {kind === 'reordered' ? null : (
            <dd>
              {before === undefined ? null : <del>{valueWords(path, before)}</del>}{' '}
              {after === undefined ? null : <ins>{valueWords(path, after)}</ins>}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
