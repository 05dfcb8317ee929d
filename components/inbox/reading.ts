/** Everything that shows the inbox is read again under this key. */
export const INBOX_KEY = '/api/v1/inbox';
/** How often it is read again while a page is open, in milliseconds. */
export const EVERY = 60_000;
