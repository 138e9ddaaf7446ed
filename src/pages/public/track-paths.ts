export const trackPath = (reference: string): string => `/track/${reference}`;
export const receiptPath = (reference: string): string => `${trackPath(reference)}/receipt`;
/** A new request with what this one says. */
export const againPath = (reference: string): string => `${trackPath(reference)}/again`;
export const consentPath = (reference: string, purpose: string): string =>
  `${trackPath(reference)}/consents/${purpose}`;
export const actionPath = (reference: string, action: string): string => `${trackPath(reference)}/actions/${action}`;
