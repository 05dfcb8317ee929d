interface Props {
  readonly busy: boolean;
  readonly isOffline: boolean;
  /** What is said on the way to another address, and where there is no network. */
  readonly leaving?: string;
  readonly offline: string;
}

/** Says that a page is on its way to another address, or that it stays (`useLeave`). */
export function LeaveStatus({ busy, isOffline, leaving = 'Opening…', offline }: Props) {
  return (
    <p role="status" className={busy || isOffline ? 'muted' : 'visually-hidden'}>
      {busy ? leaving : isOffline ? `Not connected: ${offline}` : ''}
    </p>
  );
}
