/** As many cases are judged and added up at once as lie in the cache of a processor. */
export const MOST_AT_ONCE = 512;
