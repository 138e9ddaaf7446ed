import type { Inputs } from '../../form/fields/field-type.ts';

/** One value of a posted form or a query; empty when it is missing or is no text. Of several the first counts. */
export const textOf = (values: unknown, name: string): string => {
  const value = Object.hasOwn((values ?? {}) as object, name)
    ? (values as Readonly<Record<string, unknown>>)[name]
    : undefined;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
};

/** All values of one name. */
export const textsOf = (values: unknown, name: string): readonly string[] => {
  const value = (values as Readonly<Record<string, unknown>> | undefined)?.[name];
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
};

/** What was typed into the inputs of a posted form that are wanted. Null characters cannot be stored. */
export const inputsOf = (body: unknown, isWanted: (name: string) => boolean): Inputs =>
  Object.fromEntries(
    Object.keys((body ?? {}) as object)
      .filter(isWanted)
      .map((name) => [name, textOf(body, name).toWellFormed().replaceAll('\0', '\ufffd')]),
  );
