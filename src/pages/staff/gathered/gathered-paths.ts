export const gatheredPath = (reference: string): string => `/staff/records/${reference}/gathered`;
export const institutionSearchPath = '/staff/institutions';
export const institutionPagePath = (code: string): string => `${institutionSearchPath}/${encodeURIComponent(code)}`;
