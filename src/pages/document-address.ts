/** Where a document of a record is found, below the pages' root and below the API's. */
export const documentPath = (reference: string, id: number): string => `/records/${reference}/documents/${id}.pdf`;
