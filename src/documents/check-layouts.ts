import { inProject } from '../base/paths.ts';
import { Problem } from '../base/problem.ts';
import { type Locale, locales, type Text } from '../base/texts.ts';
import type { CheckLayouts } from '../catalogue/publish.ts';
import type { ServiceFiles } from '../definition/compile-service.ts';
import type { Fault } from '../definition/fault.ts';
import type { Layout } from '../definition/layout.ts';
import type { DocumentKind } from '../definition/nouns/documents.ts';
import type { Service } from '../definition/service.ts';
import { createPress, type Press } from './press.ts';
import { processMachine, tookTooLong } from './press-machines.ts';
import { layoutData, type Letterhead } from './printed-document.ts';
import { claimsByLabel, claimsNeeded, specimenOf } from './specimen.ts';
import { type Judged, mostPages, type PaperFault } from './typesetter.ts';

/** Seconds of computing, as the process itself counts them; by the clock it may take longer on a busy computer. */
const seconds = 3;
const byTheClock = 60_000;

/**
 * Finds what is wrong with the layouts that a service brings, by setting each of them in every language. The process in which they are set starts
 * with the first service that has one, and ends soon after the last.
 */
export const createLayoutCheck = (letterhead: Letterhead, templates = inProject('templates')): CheckLayouts => {
  const press = createPress(processMachine(templates), { timeout: byTheClock, idle: 2_000, waiting: 1_000 });
  return async (service, files) => {
    const errors: Fault[] = [];
    const warnings = unused(service, files);
    for (const kind of service.documents.values()) {
      if (!kind.layout) continue;
      for (const { isWarning, ...fault } of await judge(press, service, kind, kind.layout, letterhead))
        (isWarning ? warnings : errors).push(fault);
    }
    return { errors, warnings };
  };
};

const unused = ({ documents }: Service, files: ServiceFiles): Fault[] => {
  const used = new Set([...documents.values()].flatMap(({ layout }) => Object.keys(layout?.files ?? {})));
  return Object.keys(files)
    .filter((file) => file.endsWith('.typ') && !used.has(file))
    .map((file) => ({
      ...startOf(file),
      message: 'nothing uses this layout: name it as the "template" of a document, or remove it',
    }));
};

const startOf = (file: string) => ({ file, line: 1, column: 1 });

/** What records give a layout: everything, and no more than they must. */
const variants = [claimsByLabel, claimsNeeded];
const now = new Date('2026-01-15T09:00:00Z');
const owner: Text = { ar: 'المؤسسة', fr: 'Institution', en: 'Institution' };

interface Found extends PaperFault {
  readonly locale: Locale;
  readonly variant: number;
}

const judge = async (
  press: Press,
  service: Service,
  kind: DocumentKind,
  layout: Layout,
  letterhead: Letterhead,
): Promise<readonly (Fault & { readonly isWarning: boolean })[]> => {
  const found: Found[] = [];
  for (const locale of locales) {
    const papers = variants.map((claims) => ({
      layout: { file: layout.file, files: layout.files },
      data: JSON.stringify(
        layoutData(specimenOf(service, kind, { locale, institution: owner, now }, claims), letterhead),
      ),
      createdAt: 0,
    }));
    try {
      const answer = await press.run({ kind: 'judge', papers });
      if ('judged' in answer)
        answer.judged.forEach((judged, variant) =>
          found.push(...faultsOf(judged, layout.file).map((fault) => ({ ...fault, locale, variant }))),
        );
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'internal')) throw error;
      // It would do the same in the other languages, each time as long.
      return [{ ...startOf(layout.file), message: heavy(error), isWarning: false }];
    }
  }
  return [...Map.groupBy(found, keyOf).values()].map(inWords);
};

const heavy = ({ cause }: Problem): string =>
  String(cause).includes(tookTooLong)
    ? `the paper takes longer than ${seconds} s to set: make it simpler`
    : 'the paper takes too much memory to set, or the compiler gave up: make it simpler';

const faultsOf = ({ pages, hasCode, faults }: Judged, file: string): readonly PaperFault[] => {
  const fault = (message: string) => ({ ...startOf(file), message, isWarning: false });
  if (pages === 0 || faults.some(({ isWarning }) => !isWarning)) return faults.map((each) => locate(each, file));
  return [
    ...faults.map((each) => locate(each, file)),
    ...(hasCode ? [] : [fault('the paper has no code to check it by: write #code() where it is to stand')]),
    ...(pages > mostPages ? [fault(`the paper has ${pages} pages: a document has at most ${mostPages}`)] : []),
  ];
};

const reads = 'a layout reads "/diwan.typ" and .typ files of its folder';

/** The compiler's words as an author of layouts needs them. */
const locate = (fault: PaperFault, file: string): PaperFault => ({
  ...fault,
  file: fault.file || file,
  message: fault.message.includes('outside of project root')
    ? `the file lies outside of what a layout may read: ${reads}`
    : fault.message.startsWith('file not found')
      ? `there is no such file here: ${reads}`
      : fault.message.replace(/^panicked with: "(?:diwan: )?([\s\S]*)"$/, (_, words: string) =>
          words.replaceAll('\\"', '"'),
        ),
});

const keyOf = ({ file, line, column, message }: Found): string => [file, line, column, message].join('\0');

/** A fault once, and in which languages where it is not in all of them. */
const inWords = (each: readonly Found[]): Fault & { readonly isWarning: boolean } => {
  const [{ file, line, column, message, isWarning }] = each as readonly [Found];
  const among = [...new Set(each.map(({ locale }) => locale))];
  const where = [
    ...(among.length < locales.length ? [`in ${among.join(', ')}`] : []),
    ...(each.every(({ variant }) => variant > 0) ? ['where questions that need no answer have none'] : []),
  ];
  return { file, line, column, isWarning, message: [...where, message].join(': ') };
};
