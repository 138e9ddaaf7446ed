import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

const most = 1_000;
const usual = 200;

export const mostPoints = Type.Optional(
  Type.Integer({ minimum: 3, maximum: most, default: usual, description: 'The most points that are accepted.' }),
);
const source = Type.Object({ points: mostPoints });

export interface ShapeSettings {
  readonly points: number;
}

export const compileShape = ({ points = usual }: Static<typeof source>): ShapeSettings => ({ points });

export const trace: FieldTypeDeclaration<Static<typeof source>, ShapeSettings> = {
  description: 'A line on the map, such as a road or a pipe; in expressions its length in metres.',
  keys: source.properties,
  celType: 'double',
  empty: 0,
  compile: compileShape,
};
