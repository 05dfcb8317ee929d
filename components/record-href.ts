/** Where a record of an incident is shown: `claims/c1` is the element `claims-c1` on the incident's page. */
export function recordHref(incident: string, record?: string): string {
  const page = `/incidents/${encodeURIComponent(incident)}`;
  return record === undefined ? page : `${page}#${recordAnchor(record)}`;
}

/** The element id of a record, for the page that shows it. */
export function recordAnchor(record: string): string {
  return record.replaceAll('/', '-');
}
