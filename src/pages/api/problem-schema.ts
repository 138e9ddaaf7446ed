import { Type } from 'typebox';

const problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    errors: Type.Optional(
      Type.Array(Type.Object({ path: Type.String(), code: Type.String(), message: Type.String() })),
    ),
  },
  { description: "RFC 9457 problem document in the caller's language" },
);

/** Every API route may refuse; what is refused looks the same everywhere. */
export const problemResponses = { '4xx': problem, '5xx': problem };
