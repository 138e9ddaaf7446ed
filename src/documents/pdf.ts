import { inProject } from '../base/paths.ts';
import { Problem } from '../base/problem.ts';
import type { Layout } from '../definition/layout.ts';
import { createPress, type Press, type PressLimits } from './press.ts';
import { processMachine, threadMachine } from './press-machines.ts';
import { layoutData, type Letterhead, type PrintedDocument } from './printed-document.ts';

/**
 * Sets documents as PDF, one after the other (about 10 ms each): the program's own layouts in a thread, those that
 * services bring in a process, so that whatever one of them does keeps no other document waiting. Neither is there before
 * a document is asked for.
 */
export interface PdfRenderer {
  /**
   * @param layout name of a file in `templates/` without `.typ`, or a service's layout
   * @param data what the layout has as `doc`
   */
  readonly render: (layout: string | Layout, data: object, createdAt: Date) => Promise<Uint8Array>;
  /** The same of a layout of the program for papers of many pages: in the process, which ends what takes too much. */
  readonly renderLong: (layout: string, data: object, createdAt: Date) => Promise<Uint8Array>;
  /** Ends thread and process; documents that wait get a Problem. */
  readonly stop: () => Promise<void>;
  /** Told, in words without anything that people wrote, of a service's layout that could not be set. */
  readonly onLayoutFault: (message: string) => void;
}

const usualLimits: PressLimits = { timeout: 10_000, idle: 120_000, waiting: 100 };
/** A process holds 100 to 180 MB and starts in a third of a second. */
const layoutIdle = 30_000;

export const createPdfRenderer = (
  limits: PressLimits = usualLimits,
  templates = inProject('templates'),
  onLayoutFault: PdfRenderer['onLayoutFault'] = () => undefined,
): PdfRenderer => {
  const own = createPress(threadMachine(templates), limits);
  const brought = createPress(processMachine(templates), {
    ...limits,
    idle: Math.min(limits.idle, layoutIdle),
  });
  const paperOf = (layout: string | Layout, data: object, createdAt: Date) => ({
    layout: typeof layout === 'string' ? layout : { file: layout.file, files: layout.files },
    data: JSON.stringify(data),
    createdAt: Math.floor(createdAt.getTime() / 1000),
  });
  return {
    render: (layout, ...paper) => print(typeof layout === 'string' ? own : brought, paperOf(layout, ...paper)),
    renderLong: (layout, ...paper) => print(brought, paperOf(layout, ...paper)),
    stop: async () => void (await Promise.all([own.stop(), brought.stop()])),
    onLayoutFault,
  };
};

const print = async (press: Press, paper: Extract<Parameters<Press['run']>[0], { kind: 'print' }>['paper']) => {
  const answer = await press.run({ kind: 'print', paper });
  if (!('pdf' in answer)) throw new Problem('internal', { cause: new Error('PDF: the answer is no paper') });
  return answer.pdf;
};

/**
 * The PDF of a signed document, in its language with the second one below. A service's layout that fails, as one that was
 * published for an earlier program may, does not keep people from their document: it is set as the platform's are.
 */
export const printDocument = async (
  renderer: PdfRenderer,
  document: PrintedDocument,
  letterhead: Letterhead,
): Promise<Uint8Array> => {
  const data = layoutData(document, letterhead);
  if (document.layout) {
    try {
      return await renderer.render(document.layout, data, document.issuedAt);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'internal')) throw error;
      renderer.onLayoutFault(`${document.layout.file}: ${(error.cause as Error).message}`);
    }
  }
  return renderer.render('document', data, document.issuedAt);
};
