/** Whether `dist/` is what the sources make. */
export declare const isBuilt: () => boolean;
