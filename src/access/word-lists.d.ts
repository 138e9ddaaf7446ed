/** Single lists of a package whose index would load all of them: words, the most frequent first. */
declare module '@zxcvbn-ts/language-*.json.mjs' {
  const words: readonly string[];
  export default words;
}
