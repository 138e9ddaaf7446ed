/** Where a page of messages begins: the `before` of an address, undefined for the newest or when it is no number. */
export const readBefore = (query: unknown): number | undefined => {
  const { before } = query as { before?: unknown };
  return typeof before === 'string' && /^\d{1,15}$/.test(before) ? Number(before) : undefined;
};
