import { type Tlp, tlpLabel } from '@/domain/tlp';
import classes from './print-marking.module.css';

interface Props {
  readonly tlp: Tlp;
  /** It holds for whatever page says nothing of its own. */
  readonly isGeneral?: boolean;
}

/** The marking of what a page holds, on paper alone: at its beginning and at its end, and on every sheet. */
export function PrintMarking({ tlp, isGeneral = false }: Props) {
  return (
    <p className={classes.marking} data-marking={isGeneral ? 'general' : 'own'} data-tlp={tlp}>
      {tlpLabel(tlp)}
    </p>
  );
}
