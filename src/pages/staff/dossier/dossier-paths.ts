export const dossierPath = (reference: string): string => `/staff/records/${reference}/print`;
