import type { FieldTypeDeclaration } from './field-type.ts';
import { compileShape, mostPoints, type ShapeSettings } from './trace.ts';

export const area: FieldTypeDeclaration<{ readonly points?: number }, ShapeSettings> = {
  description: 'A piece of land on the map, by its corners; in expressions its surface in square metres.',
  keys: { points: mostPoints },
  celType: 'double',
  empty: 0,
  compile: compileShape,
};
