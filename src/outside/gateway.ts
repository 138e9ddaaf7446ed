export interface GatewayLimits {
  /** How long one attempt may take, all in all. */
  readonly timeoutSeconds?: number | undefined;
  /** How many attempts run at once. */
  readonly concurrency?: number | undefined;
}

/** What a real way out of the program has besides its `send`; the embedded defaults have none of it. */
export interface Gateway {
  readonly kind: 'gateway';
  readonly timeoutSeconds: number;
  readonly concurrency: number;
  readonly close: () => Promise<void>;
}
