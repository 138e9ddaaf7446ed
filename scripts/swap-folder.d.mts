/** The folder beside `folder` in which this process makes the next one. */
export declare const freshBeside: (folder: string) => string;
/** Puts `fresh` in the place of `folder`; of several at once the last one stays, and each is whole. */
export declare const swapFolder: (fresh: string, folder: string) => void;
/** Runs `work` while no other process does so under the same lock; tells it whether it had to wait. */
export declare const inTurn: <Result>(lock: string, work: (waited: boolean) => Promise<Result>) => Promise<Result>;
