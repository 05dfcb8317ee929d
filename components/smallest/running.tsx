import type { SearchState } from './use-search';

interface Props {
  readonly state: SearchState;
  readonly onCancel: () => void;
}

/** How far a search is, with a way out of it; what the server refused. */
export function Running({ state, onCancel }: Props) {
  return (
    <>
      <div role="status">
        {state.at === 'running'
          ? state.progress === null
            ? 'Searching…'
            : `Searching: ${state.progress.trials} trials of at most ${state.progress.budget}.`
          : ''}
        {state.at === 'found' ? <span className="visually-hidden">The search is done.</span> : null}
      </div>
      {state.at === 'running' ? (
        <button type="button" className="quiet-button" onClick={onCancel}>
          Cancel
        </button>
      ) : null}
      {state.at === 'refused' ? <p role="alert">{state.message}</p> : null}
    </>
  );
}
