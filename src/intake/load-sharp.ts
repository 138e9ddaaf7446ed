/** Loaded when the first picture comes: it takes more memory than a service does. */
export const loadSharp = async () => (await import('sharp')).default;
