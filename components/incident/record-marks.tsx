import type { Tlp } from '@/domain/tlp';
import classes from './record-marks.module.css';

interface Props {
  readonly published: boolean;
  readonly tlp: Tlp;
}

/** Who cannot see a record: nobody without a working role while it is not published, few where it is marked. */
export function RecordMarks({ published, tlp }: Props) {
  return (
    <>
      {published ? null : <span className={classes.mark}>not published</span>}
      {tlp === 'CLEAR' ? null : <span className={classes.mark}>TLP:{tlp}</span>}
    </>
  );
}
