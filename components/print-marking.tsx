import { type Tlp, tlpLabel } from '@/domain/tlp';
import classes from './print-marking.module.css';

/** The marking of what a page holds, on paper alone: at its beginning and at its end. */
export function PrintMarking({ tlp }: { readonly tlp: Tlp }) {
  return <p className={classes.marking}>{tlpLabel(tlp)}</p>;
}
