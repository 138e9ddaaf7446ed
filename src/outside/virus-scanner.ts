/** Looks for viruses in what was sent. */
export interface VirusScanner {
  /** What it calls what it found; undefined: nothing. Throws a ScannerAway when it does not say. */
  readonly scan: (content: Buffer) => Promise<string | undefined>;
  /** What it says of itself. Throws a ScannerAway when it does not answer. */
  readonly version: () => Promise<string>;
}

/** A scanner does not answer, or not so that it means anything: nothing is known of what was to be scanned. */
export class ScannerAway extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ScannerAway';
  }
}

/** What is done about viruses in files. */
export interface VirusScan {
  /** None where none is set up: then nothing is scanned. */
  readonly scanner: VirusScanner | undefined;
  /** What becomes of files while it does not answer: refused, or kept from everybody until they are scanned. */
  readonly whenAway: 'refuse' | 'quarantine';
  readonly counted: (outcome: ScanOutcome) => void;
}

export type ScanOutcome = 'clean' | 'infected' | 'away';
