import { calculatedFrom } from '../fields/calculated.ts';
import { fieldTypes } from '../fields/all.ts';
import type { FieldTypeDeclaration } from '../fields/field-type.ts';
import type { Field } from '../service.ts';
import type { FormSource } from '../nouns/form.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';

/** Answers that say who somebody is, and are not kept as such. */
export const protection: Analysis = (context) => {
  judgeSensitive(context);
  const { service, source, error, warning } = context;
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

/** Sensitive answers are kept encrypted and are read when they are opened: what lists, links and rounds need cannot be. */
const judgeSensitive = ({ service, source, error, warning }: AnalysisContext): void => {
  const { fields, namedBy, campaign, documents } = service;
  const isSensitive = (name: string | undefined): boolean =>
    name !== undefined && fields.get(name)?.protect === 'sensitive';
  if (isSensitive(namedBy))
    error(
      source['named_by'] === undefined ? ['applicant', 'name'] : ['named_by'],
      `"${namedBy}" is sensitive and names records in lists, where it would be closed: name another field, or write "protect: personal"`,
    );
  for (const { name, from, until } of documents.values()) {
    for (const [key, field] of Object.entries({ from, until }))
      if (isSensitive(field))
        error(
          ['documents', name, key],
          `"${field}" is sensitive, and who scans the document reads it: name another field`,
        );
  }
  for (const { name } of campaign?.fields ?? [])
    if (isSensitive(name))
      error(['campaign'], `"${name}" is sensitive and cannot be answered once for many: leave it out of "prefill"`);
  (source['form'] as FormSource).forEach(({ fields: asked }, page) => {
    asked.forEach(({ name, protect }, index) => {
      const field = fields.get(name);
      const at = ['form', page, 'fields', index];
      if (field?.type === 'record' && field.protect === 'sensitive')
        error(at, `"${name}" links records, which is kept in the open: it cannot be sensitive`);
      const looked = field?.type === 'calculated' ? calculatedFrom(field).find(isSensitive) : undefined;
      if (looked !== undefined && protect === undefined)
        warning(
          at,
          `"${name}" is calculated from "${looked}", which is sensitive: write "protect: sensitive", or "protect: internal" if it tells nothing of it`,
        );
    });
  });
};

const isAboutPerson = ({ type }: Field): boolean => (fieldTypes[type] as FieldTypeDeclaration).aboutPerson ?? false;
