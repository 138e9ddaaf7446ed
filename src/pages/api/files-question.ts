import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import { type FilesSettings, mebibyte } from '../../definition/fields/files.ts';
import { questionOfVerdict } from '../../definition/nouns/survey-verdicts.ts';
import type { Field, Service } from '../../definition/service.ts';
import { isFilesField, typesText } from '../../form/fields/files.ts';
import { faultText, type FormFault } from '../../form/form-texts.ts';

export const keptFile = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  size: Type.Integer(),
  type: Type.String(),
  sha256: Type.String(),
  point: Type.Optional(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
});

const findQuestion = (fields: ReadonlyMap<string, Field>, path: string) => {
  const [name = '', inner] = path.split('.');
  const outer = fields.get(name);
  const field =
    inner === undefined ? outer : outer?.type === 'rows' ? outer.fields.find((each) => each.name === inner) : undefined;
  return field && isFilesField(field) ? field : undefined;
};

/** The question for files under this path, of the form or of an action: `paper`, or `people.paper` for one within rows. */
export const filesQuestionOf = (service: Service, path: string) => {
  const actions = [...service.actions.values()].flatMap(({ fields }) => [...fields]);
  return (
    findQuestion(service.fields, path) ??
    findQuestion(new Map(actions.map((each) => [each.name, each])), path) ??
    // What is found instead of a declared file is a file like it.
    findQuestion(service.fields, questionOfVerdict(path))
  );
};

/** Why a file cannot be taken, in words about its question. */
export const refusedFile = (field: Field & FilesSettings, path: string, fault: FormFault): Problem => {
  const message = faultText(fault, field.label, { max: field.size / mebibyte, types: typesText(field.types) });
  return new Problem('invalid-data', { errors: [{ path, code: fault, message }] });
};
