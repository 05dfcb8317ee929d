interface Props {
  readonly total: number;
  /** How many of them are shown, and how many more a press shows. */
  readonly shown: number;
  readonly step: number;
  readonly onMore: (shown: number) => void;
}

/** Shows more of a list; nothing where all of it is shown. */
export function ShowMore({ total, shown, step, onMore }: Props) {
  if (total <= shown) return null;
  return (
    <button type="button" className="quiet-button" onClick={() => onMore(shown + step)}>
      Show {Math.min(step, total - shown)} more of {total}
    </button>
  );
}
