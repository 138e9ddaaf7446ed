import type { ComponentChildren } from 'preact';

/** Each part that is there as a paragraph; nothing at all when none is. */
export const paragraphs = (...parts: readonly ComponentChildren[]): ComponentChildren => {
  const there = parts.filter((part) => part !== undefined && part !== null && part !== false && part !== '');
  return there.length === 0 ? undefined : there.map((part) => (typeof part === 'string' ? <p>{part}</p> : part));
};
