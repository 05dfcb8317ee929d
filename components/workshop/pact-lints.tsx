'use client';

import { useTrial } from './use-caught';
import classes from './workshop.module.css';

/** What a lawyer would ask about the pact as a whole; clauses carry their own. */
export function PactLints() {
  const lints = useTrial().lints.filter(({ clause }) => clause === null);
  if (lints.length === 0) return null;
  return (
    <section aria-label="What a lawyer would ask about the pact">
      <h2 className={classes.panelTitle}>What a lawyer would ask about the pact</h2>
      <ul className={classes.lints}>
        {lints.map(({ code, sentence }) => (
          <li key={code}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
