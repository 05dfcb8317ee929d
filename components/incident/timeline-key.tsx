import type { IncidentTimeline, TimelineMark } from '@/domain/incident-timeline';
import classes from './timeline.module.css';

const NOTED: readonly TimelineMark['kind'][] = ['objection', 'plea', 'extension'];

/** What the marks of the timeline stand for; only those it holds. */
export function TimelineKey({ timeline }: { readonly timeline: IncidentTimeline }) {
  const { marks, clock, undated } = timeline;
  return (
    <figcaption className={classes.key}>
      <span>
        <i className={classes.keyBar} /> conduct
      </span>
      <span>
        <i className={classes.keyRing} /> became public
      </span>
      <span>
        <i className={classes.keyTick} /> claim (long: graded A or B; dashed: names no state)
      </span>
      <span>
        <i className={classes.keyFlag} /> notification
      </span>
      <span>
        <i className={classes.keyDot} /> response, verified
      </span>
      <span>
        <i className={classes.keyHollow} /> response, not verified
      </span>
      <span>rungs: 0 no response, 2 acknowledged, 4 investigated, 6 arrested, 8 made good</span>
      {marks.some(({ kind }) => NOTED.includes(kind)) ? (
        <span>
          <i className={classes.keyNote} /> objection, plea or request for time
        </span>
      ) : null}
      {clock === null ? null : (
        <span>
          <i className={classes.keyWindow} /> time to act; bold rung: level required
        </span>
      )}
      {undated.length > 0 ? <span>Undated, in the table only: {undated.join(', ')}</span> : null}
    </figcaption>
  );
}
