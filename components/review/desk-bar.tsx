import classes from './desk.module.css';
import type { Row } from './desk-api';

export type BarAct =
  | 'down'
  | 'up'
  | 'open'
  | 'since'
  | 'trace'
  | 'main'
  | 'return'
  | 'skip'
  | 'undo';

const MAIN: Readonly<Record<string, string>> = {
  accept: 'Accept',
  submit: 'Submit',
  code: 'Code it',
  reconcile: 'Reconcile',
  confirm: 'Decide',
  revise: 'Revise',
  forward: 'Forward',
  table: 'Put before a session',
  vote: 'Vote',
  decide: 'Close the vote',
  publish: 'Publish',
  supersede: 'Nominate anew',
};
/** Whether an action is the one that A takes. */
export const isMain = (action: string): boolean => MAIN[action] !== undefined;

interface KeyProps {
  readonly letter: string;
  readonly label: string;
  readonly onAct: () => void;
  /** Why it cannot be done, told beside it. */
  readonly refusal?: string | undefined;
}

function Key({ letter, label, onAct, refusal }: KeyProps) {
  return (
    <button
      type="button"
      className="quiet-button"
      data-key={letter}
      aria-disabled={refusal !== undefined}
      title={refusal}
      onClick={() => (refusal === undefined ? onAct() : undefined)}
    >
      <kbd>{letter.toUpperCase()}</kbd> {label}
      {refusal === undefined ? null : <span className="visually-hidden">: {refusal}</span>}
    </button>
  );
}

interface Props {
  readonly row: Row;
  readonly undoable: boolean;
  readonly onAct: (act: BarAct) => void;
}

/** Everything that can be done on the desk, each with its key. */
export function DeskBar({ row, undoable, onAct }: Props) {
  const main = row.actions.find(({ action }) => isMain(action));
  const back = row.actions.find(({ action }) => action === 'return');
  return (
    <div className={classes.bar} role="toolbar" aria-label="Keys of the desk">
      <Key letter="j" label="Next" onAct={() => onAct('down')} />
      <Key letter="k" label="Previous" onAct={() => onAct('up')} />
      <button type="button" className="quiet-button" onClick={() => onAct('open')}>
        <kbd>Enter</kbd> Open
      </button>
      {row.incident === null ? null : (
        <>
          <Key letter="d" label="Differences" onAct={() => onAct('since')} />
          <Key letter="t" label="Trace" onAct={() => onAct('trace')} />
        </>
      )}
      {main === undefined ? null : (
        <Key
          letter="a"
          label={MAIN[main.action] ?? ''}
          refusal={main.refusal?.sentence}
          onAct={() => onAct('main')}
        />
      )}
      {back === undefined ? null : (
        <Key
          letter="r"
          label="Return"
          refusal={back.refusal?.sentence}
          onAct={() => onAct('return')}
        />
      )}
      <Key letter="s" label="Skip" onAct={() => onAct('skip')} />
      <Key
        letter="u"
        label="Undo"
        refusal={undoable ? undefined : 'nothing is held any more'}
        onAct={() => onAct('undo')}
      />
      <span className="muted">
        <kbd>?</kbd> lists the keys
      </span>
    </div>
  );
}
