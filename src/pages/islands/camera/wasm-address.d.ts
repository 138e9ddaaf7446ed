/** The address at which the build puts a file. */
declare module '*.wasm?url' {
  const address: string;
  export default address;
}
