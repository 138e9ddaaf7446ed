/** `npm run bench -- <what>`: measures something against something else in the same run; see the files beside this one. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  intake: async () => (await import('./intake.ts')).benchIntake(),
  publish: async () => (await import('./publish.ts')).benchPublish(),
  declarations: async () => (await import('./declarations.ts')).benchDeclarations(),
  start: async () => (await import('./start.ts')).benchStart(),
  'sign-in': async () => (await import('./sign-in.ts')).benchSignIn(),
  visibility: async () => (await import('./visibility.ts')).benchVisibility(),
  access: async () => (await import('./access.ts')).benchAccess(),
  readings: async () => (await import('./readings.ts')).benchReadings(),
  sealing: async () => (await import('./sealing.ts')).benchSealing(),
  map: async () => (await import('./map.ts')).benchMap(),
  gathered: async () => (await import('./gathered.ts')).benchGathered(),
  search: async () => (await import('./search.ts')).benchSearch(),
  // How many rows may follow: npm run bench -- rows 1000000
  rows: async () => (await import('./rows.ts')).benchRows(Number(process.argv[3] ?? 100_000)),
  pages: async () => (await import('./pages.ts')).benchPages(),
};

const bench = benches[process.argv[2] ?? ''];
if (bench) await bench();
else {
  process.stderr.write(`Say what to measure: npm run bench -- ${Object.keys(benches).join(' | ')}\n`);
  process.exitCode = 1;
}
