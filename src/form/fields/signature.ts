import type { FieldType, Inputs } from './field-type.ts';
import { readText } from './text.ts';

/** The name that was typed and, where it was drawn too, its strokes as SVG path data within `drawingSize`. */
export type Signature = { readonly name: string; readonly drawing?: string };

/** Width and height of what strokes are drawn on. */
export const drawingSize = { width: 600, height: 200 } as const;
const longestDrawing = 20_000;
const longestName = 120;

// Strokes only: moves and lines between points of at most three digits. Nothing else can stand in a page from here.
const strokes = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/;

const isDrawing = (text: string): boolean => text.length <= longestDrawing && strokes.test(text);

export const signature: FieldType<'signature', Signature> = {
  owns: (suffix) => suffix === '' || suffix === '.drawing',
  read: (sent) => {
    if (typeof sent !== 'object' || sent === null) return { fault: 'not-a-signature' };
    const { name: typed, drawing } = sent as Readonly<Record<string, unknown>>;
    const name = readText(typed, { max: longestName }, false);
    if ('fault' in name) return name.fault === 'wrong-type' ? { fault: 'not-a-signature' } : name;
    if (name.value === '') return { fault: 'not-a-signature' };
    if (drawing === undefined || drawing === '') return { value: { name: name.value } };
    return typeof drawing === 'string' && isDrawing(drawing)
      ? { value: { name: name.value, drawing } }
      : { fault: 'not-a-signature' };
  },
  fromInputs: (inputs, { name }) => {
    const [typed, drawing] = [inputs[name]?.trim() ?? '', inputs[`${name}.drawing`] ?? ''];
    if (typed === '' && drawing === '') return undefined;
    return { name: typed, ...(drawing && { drawing }) };
  },
  toInputs: (value, { name }): Inputs => ({
    [name]: value.name,
    ...(value.drawing && { [`${name}.drawing`]: value.drawing }),
  }),
  toExpression: () => true,
  say: ({ name }) => name,
  jsonSchema: () => ({
    type: 'object',
    properties: {
      name: { type: 'string', maxLength: longestName, description: 'The full name of who signs' },
      drawing: {
        type: 'string',
        maxLength: longestDrawing,
        pattern: strokes.source,
        description: `Strokes as SVG path data within ${drawingSize.width} × ${drawingSize.height}`,
      },
    },
    required: ['name'],
    additionalProperties: false,
  }),
};
