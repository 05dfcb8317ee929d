'use client';

import { focusField, useFaultCount } from '@/components/log/faults';
import { completeness } from '@/domain/draft-completeness';
import type { IncidentDraft } from '@/domain/incident-draft';
import classes from './editor.module.css';

const PARTS = [
  [
    'facts',
    'Facts',
    [
      'title',
      'summary',
      'id',
      'conduct',
      'objects',
      'started',
      'ended',
      'disclosed',
      'ongoing',
      'victimStates',
      'victims',
      'intent',
      'status',
      'tlp',
    ],
  ],
  ['severity', 'Severity', ['severity', 'severityNote']],
  ['sources', 'Sources', ['sources']],
  ['claims', 'Claims', ['claims']],
  ['notifications', 'Notifications', ['notifications']],
  ['responses', 'Responses', ['responses']],
  ['objections', 'Objections', ['objections']],
  ['pleas', 'Pleas', ['pleas']],
  ['extensions', 'Extensions', ['extensions']],
] as const;

function Part({ id, label, fields }: { id: string; label: string; fields: readonly string[] }) {
  const faults = useFaultCount(fields);
  return (
    <li>
      <a href={`#${id}`}>{label}</a>
      {faults === 0 ? null : (
        <strong className={classes.faults}>
          {' '}
          ✕ {faults}
          <span className="visually-hidden"> to look at</span>
        </strong>
      )}
    </li>
  );
}

/** The parts of the dossier, and how much of it is there; a missing fact is a way to its field. */
export function EditorNav({ draft }: { readonly draft: IncidentDraft }) {
  const { filled, of, missing } = completeness(draft);
  return (
    <div className={classes.nav}>
      <nav aria-label="Parts of the dossier">
        <ul>
          {PARTS.map(([id, label, fields]) => (
            <Part key={id} id={id} label={label} fields={fields} />
          ))}
        </ul>
      </nav>
      <details>
        <summary>
          {filled} of {of} facts are there
        </summary>
        <ul>
          {missing.map(({ path, label, required }) => (
            <li key={path}>
              <button type="button" className="link-button" onClick={() => focusField(path)}>
                {label}
              </button>
              {required ? ' (needed)' : ''}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
