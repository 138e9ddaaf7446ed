/** Bytes of answers that the API takes at once: ten thousand rows of a few short ones. */
export const longestData = 4 * 1024 * 1024;
