import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * Sets papers with Typst. The compiler is native and synchronous, so it works in a thread or a process of its own
 * (`pdf-worker.ts`); it keeps fonts and layouts between papers. Nothing is ever downloaded: the program's layouts and the
 * fonts are on disk, and a service's layout lies in memory beside them while it is set, where nothing of the disk but the
 * program's layouts can be reached.
 */
export interface Paper {
  /** A file of the program's layouts without `.typ`, or the files of a service's. */
  readonly layout: string | { readonly file: string; readonly files: Readonly<Record<string, string>> };
  /** JSON that the layout has as `doc`. */
  readonly data: string;
  /** Seconds since 1970, for the file's creation date. */
  readonly createdAt: number;
}

/** What a layout makes of some data. */
export interface Judged {
  readonly pages: number;
  readonly hasCode: boolean;
  readonly faults: readonly PaperFault[];
}

/** Where a file of a service's layout is wrong; lines and columns start at 1. */
export interface PaperFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly isWarning: boolean;
}

export interface Typesetter {
  readonly print: (paper: Paper) => Uint8Array;
  readonly judge: (paper: Paper) => Judged;
}

/** Pages that a document may have. */
export const mostPages = 20;

/** Where the files of a service's layout seem to lie, within the folder of layouts. */
const serviceFolder = 'service';

export const createTypesetter = (templates: string): Typesetter => {
  const compiler = createCompiler(templates);
  const place = `${templates}/${serviceFolder}/`;

  const withLayout = <Result>({ layout, data }: Paper, set: (args: Compiling) => Result): Result => {
    const files = typeof layout === 'string' ? {} : layout.files;
    const mainFilePath = typeof layout === 'string' ? `${templates}/${layout}.typ` : `${place}${layout.file}`;
    for (const [name, text] of Object.entries(files)) compiler.addSource(`${place}${name}`, text);
    try {
      return set({ mainFilePath, inputs: { data } });
    } finally {
      for (const name of Object.keys(files)) compiler.unmapShadow(`${place}${name}`);
      // What the last ten papers did not use is let go; without this the cache grows with every one.
      compiler.evictCache(10);
    }
  };

  return {
    print: (paper) =>
      withLayout(paper, (args) => {
        const options = { creationTimestamp: paper.createdAt };
        // Tagged for screen readers, but not declared as PDF/UA: that would refuse a name in a script that no font here has.
        if (typeof paper.layout === 'string') return Uint8Array.from(compiler.pdf(args, options));
        const compiled = compiler.compile(args);
        if (!compiled.result) throw new Error(firstWords(compiler, compiled));
        const { numOfPages: pages } = compiled.result;
        if (pages > mostPages) throw new Error(`the paper has ${pages} pages`);
        return Uint8Array.from(compiler.pdf(compiled.result, options));
      }),
    judge: (paper) =>
      withLayout(paper, (args) => {
        const compiled = compiler.compile(args);
        const faults = diagnosticsOf(compiler, compiled).flatMap((...each) => faultOf(place, ...each));
        if (!compiled.result) return { pages: 0, hasCode: false, faults };
        const { numOfPages: pages } = compiled.result;
        const codes = compiler.query(compiled.result, { selector: '<diwan-code>' }) as readonly unknown[];
        return { pages, hasCode: codes.length > 0, faults };
      }),
  };
};

interface Compiling {
  readonly mainFilePath: string;
  readonly inputs: { readonly data: string };
}
type Compiled = ReturnType<NodeCompiler['compile']>;

const createCompiler = (workspace: string): NodeCompiler => {
  const locate = createRequire(import.meta.url).resolve;
  // Vazirmatn (OFL) sets Arabic and Latin, and unlike fonts that draw letters and dots apart its text can be searched,
  // copied and read aloud from the file.
  const fontPaths = ['400Regular', '700Bold'].map((weight) =>
    dirname(locate(`@expo-google-fonts/vazirmatn/${weight}/Vazirmatn_${weight}.ttf`)),
  );
  return NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
};

/** As the compiler tells it: first what is wrong, then which calls led there. Lines and columns start at 0. */
interface Diagnostic {
  readonly message: string;
  readonly path: string;
  readonly range?: { readonly start: { readonly line: number; readonly character: number } };
  readonly severity: number;
}
const isError = ({ severity }: Diagnostic): boolean => severity === 1;
const isWarning = ({ severity }: Diagnostic): boolean => severity === 2;

const diagnosticsOf = (compiler: NodeCompiler, compiled: Compiled): readonly Diagnostic[] => {
  const told = compiled.takeDiagnostics();
  return told ? (compiler.fetchDiagnostics(told) as readonly Diagnostic[]) : [];
};

const firstWords = (compiler: NodeCompiler, compiled: Compiled): string =>
  diagnosticsOf(compiler, compiled)[0]?.message ?? 'no reason was given';

/** A diagnostic where the author can correct it: in the layout, at the call if what it called complains. */
const faultOf = (place: string, each: Diagnostic, index: number, all: readonly Diagnostic[]): readonly PaperFault[] => {
  if (!isError(each) && !isWarning(each)) return [];
  const end = all.findIndex((later, at) => at > index && (isError(later) || isWarning(later)));
  const led = all.slice(index, end < 0 ? undefined : end);
  const own = led.find(({ path }) => path.startsWith(place));
  const start = own?.range?.start ?? { line: 0, character: 0 };
  return [
    {
      file: own?.path.slice(place.length) ?? '',
      line: start.line + 1,
      column: start.character + 1,
      message: each.message,
      isWarning: isWarning(each),
    },
  ];
};
