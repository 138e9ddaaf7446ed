import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * The thread that sets PDF with Typst. The compiler is native and synchronous, so it works beside the program and not in
 * it; it keeps fonts and layout between documents. Nothing is ever downloaded: templates and fonts are on disk.
 */
interface Job {
  readonly template: string;
  readonly data: string;
  /** Seconds since 1970, for the file's creation date. */
  readonly createdAt: number;
}

const { templates } = workerData as { readonly templates: string };
const locate = createRequire(import.meta.url).resolve;
// Vazirmatn (OFL) sets Arabic and Latin, and unlike fonts that draw letters and dots apart its text can be searched, copied
// and read aloud from the file.
const fontPaths = ['400Regular', '700Bold'].map((weight) =>
  dirname(locate(`@expo-google-fonts/vazirmatn/${weight}/Vazirmatn_${weight}.ttf`)),
);
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] });

parentPort?.on('message', ({ template, data, createdAt }: Job) => {
  try {
    const file = { mainFilePath: `${templates}/${template}.typ`, inputs: { data } };
    // Tagged for screen readers, but not declared as PDF/UA: that would refuse a name in a script that no font here has.
    const pdf = Uint8Array.from(compiler.pdf(file, { creationTimestamp: createdAt }));
    parentPort?.postMessage({ pdf }, [pdf.buffer]);
  } catch (error) {
    parentPort?.postMessage({ fault: describe(error) });
  }
  // What the last ten documents did not use is let go; without this the cache grows with every one.
  compiler.evictCache(10);
});

/**
 * What went wrong, up to the first value that Typst quotes: it is what somebody wrote. The binding puts its words into
 * `code`, after a number.
 */
const describe = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code ?? message).split(/["`]/, 1)[0] ?? '';
};
