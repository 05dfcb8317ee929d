'use client';

import type { ListedUser } from '@/domain/account';
import type { Choice } from './choice-field';
import classes from './form.module.css';
import { GrantFields, grantOf, useGrantDraft } from './grant-fields';
import { grantForPeople } from './grant-words';
import type { Apply, Change } from './user-admin';
import own from './user-admin.module.css';

interface Props {
  readonly user: ListedUser;
  readonly mayChange: boolean;
  readonly isMe: boolean;
  readonly states: readonly Choice[];
  readonly pacts: readonly Choice[];
  readonly apply: Apply;
}

const stateOf = ({ disabled, setUp, stepUp }: ListedUser): string =>
  `${disabled ? 'disabled' : setUp ? 'active' : 'not set up yet'}${stepUp ? ' · step-up codes' : ''}`;

/** One account: who, in what roles, and what an admin may change about it. */
export function UserEntry({ user, mayChange, isMe, states, pacts, apply }: Props) {
  const { id, name, email, grants } = user;
  const path = `/api/v1/users/${id}`;
  return (
    <li className={own.user} data-disabled={user.disabled}>
      <h2 className={own.name}>
        {name} {isMe ? <span className="muted small">you</span> : null}
      </h2>
      <p className={own.about}>
        {email} · {stateOf(user)}
      </p>
      <ul className={own.grants} aria-label={`Roles of ${name}`}>
        {grants.length === 0 ? <li className="muted">no role</li> : null}
        {grants.map(({ id: grantId, grant: role }) => (
          <li key={grantId}>
            {grantForPeople(role)}
            {mayChange ? (
              <button
                type="button"
                className="link-button"
                aria-label={`Take away ${grantForPeople(role)} from ${name}`}
                onClick={() =>
                  apply({
                    ...{ method: 'DELETE', path: `${path}/roles/${grantId}` },
                    done: `${name} is no longer ${grantForPeople(role)}.`,
                  })
                }
              >
                take away
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? <Changes {...{ user, path, states, pacts, apply }} /> : null}
      {isMe ? <p className={classes.hint}>Another admin has to change your account.</p> : null}
    </li>
  );
}

interface ChangesProps extends Pick<Props, 'user' | 'states' | 'pacts' | 'apply'> {
  readonly path: string;
}

function Changes({ user, path, states, pacts, apply }: ChangesProps) {
  const { name } = user;
  const { draft, setDraft, clear } = useGrantDraft(states);
  const grant = grantOf(draft);
  return (
    <details className={own.changes}>
      <summary>
        Change <span className="visually-hidden">{name}</span>
      </summary>
      <form
        className={classes.form}
        onSubmit={async (event) => {
          event.preventDefault();
          if (grant === null) return;
          const done = `${name} is ${grantForPeople(grant)} now.`;
          if (await apply({ method: 'POST', path: `${path}/roles`, body: grant, done })) clear();
        }}
      >
        <GrantFields draft={draft} onDraft={setDraft} states={states} pacts={pacts} />
        <button type="submit" className={classes.plain} disabled={grant === null}>
          Grant the role
        </button>
      </form>
      <AccountActs {...{ user, path, apply }} />
    </details>
  );
}

/** What an admin may do to the account as a whole. */
function AccountActs({ user, path, apply }: Pick<ChangesProps, 'user' | 'path' | 'apply'>) {
  const { name, disabled, stepUp } = user;
  const acts: (Change & { readonly label: string })[] = [
    {
      ...{ method: 'PATCH', path, body: { disabled: !disabled } },
      label: disabled ? 'Enable the account' : 'Disable the account',
      done: disabled ? `${name} may sign in again.` : `${name} is disabled and signed out.`,
    },
  ];
  if (!disabled)
    acts.push(
      {
        ...{ method: 'POST', path: `${path}/set-up-link`, linkFor: name },
        label: 'New set-up link',
        done: `${name} is signed out and needs the new link.`,
      },
      {
        ...{ method: 'DELETE', path: `${path}/sessions`, label: 'End every session' },
        done: `${name} is signed out everywhere.`,
      },
    );
  if (stepUp)
    acts.push({
      ...{ method: 'DELETE', path: `${path}/step-up`, label: 'Reset step-up codes' },
      done: `${name} has no step-up codes any more and is signed out.`,
    });
  return (
    <p className={classes.actions}>
      {acts.map(({ label, ...change }) => (
        <button key={label} type="button" className="link-button" onClick={() => apply(change)}>
          {label}
        </button>
      ))}
    </p>
  );
}
