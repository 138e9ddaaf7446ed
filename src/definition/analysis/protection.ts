import { fieldTypes } from '../fields/all.ts';
import type { FieldTypeDeclaration } from '../fields/field-type.ts';
import type { Field } from '../service.ts';
import type { FormSource } from '../nouns/form.ts';
import type { Analysis } from './analysis.ts';

/** Answers that say who somebody is, and are not kept as such. */
export const protection: Analysis = ({ service, source, error, warning }) => {
  const isKept = ({ protect }: Field): boolean => protect === 'personal' || protect === 'sensitive';
  for (const [key, name] of Object.entries(source.applicant)) {
    const field = service.fields.get(String(name));
    if (field && !isKept(field))
      error(['applicant', key], `"${String(name)}" says who asks: write "protect: personal" in its field`);
  }
  const form = source['form'] as FormSource;
  const isApplicant = (name: string): boolean => Object.values(source.applicant).some((each) => each === name);
  form.forEach(({ fields }, page) => {
    fields.forEach(({ name }, index) => {
      const field = service.fields.get(name);
      if (!field || isKept(field) || isApplicant(name) || !isAboutPerson(field)) return;
      warning(
        ['form', page, 'fields', index],
        `"${name}" is ${field.protect}, though an answer of type ${field.type} says who somebody is: write "protect: personal"`,
      );
    });
  });
};

const isAboutPerson = ({ type }: Field): boolean => (fieldTypes[type] as FieldTypeDeclaration).aboutPerson ?? false;
