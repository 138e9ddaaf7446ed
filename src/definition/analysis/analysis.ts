import type { Locale } from '../../base/texts.ts';
import type { Land } from './land.ts';
import type { Compiled } from '../compile-service.ts';
import type { Path } from '../yaml-source.ts';

/**
 * What is judged of a declaration once each of its pieces is right by itself. An error is something that cannot work as
 * its author means it: the service is not offered. A warning is something that is of no use, or worth a second look.
 */
export interface AnalysisContext extends Compiled {
  /** The country's institutions and places, where they are known. */
  readonly land: Land | undefined;
  readonly error: (path: Path, message: string) => void;
  readonly warning: (path: Path, message: string) => void;
  readonly errorInText: (locale: Locale, key: string, message: string) => void;
  readonly warningInText: (locale: Locale, key: string, message: string) => void;
}

export type Analysis = (context: AnalysisContext) => void;
