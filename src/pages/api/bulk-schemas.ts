import { Type } from 'typebox';

/** What enters and leaves where one action is done on many records. */
export const reasonSchema = Type.Object({ code: Type.String(), message: Type.String() });

export const runSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    service: Type.String(),
    action: Type.String(),
    status: Type.Enum(['choosing', 'waiting', 'running', 'done', 'stopped', 'failed']),
    sent_at: Type.String({ format: 'date-time' }),
    records: Type.Object({
      chosen: Type.Integer(),
      possible: Type.Integer({ description: 'On which it could be done when they were looked at' }),
      done: Type.Integer(),
      refused: Type.Integer({ description: 'Of the possible, those that were refused at their turn' }),
    }),
    results_url: Type.String(),
    problem: Type.Optional(reasonSchema),
  },
  { additionalProperties: false },
);

export const previewSchema = Type.Object(
  {
    service: Type.String(),
    action: Type.String(),
    chosen: Type.Integer(),
    possible: Type.Integer(),
    told: Type.Integer({ description: 'How many applicants get a message' }),
    records: Type.Array(
      Type.Object({
        reference: Type.String(),
        possible: Type.Boolean(),
        seen_event: Type.Optional(
          Type.Integer({ description: 'Send it along, so that what has changed since is left alone' }),
        ),
        reason: Type.Optional(reasonSchema),
      }),
    ),
  },
  { additionalProperties: false },
);

export const bulkBody = Type.Object(
  {
    action: Type.String({ maxLength: 100 }),
    records: Type.Array(
      Type.Object(
        {
          reference: Type.String({ maxLength: 60 }),
          seen_event: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 5_000, description: 'At most 5,000.' },
    ),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'What is said with the action.' })),
    dry_run: Type.Optional(Type.Boolean({ description: 'Look only: nothing is done and nothing kept.' })),
    key: Type.Optional(
      Type.String({
        minLength: 8,
        maxLength: 100,
        description: 'Yours for this run: sent again with the same, the answer is that run. Required unless dry_run.',
      }),
    ),
  },
  { additionalProperties: false },
);

export interface BulkBody {
  readonly action: string;
  readonly records: readonly { readonly reference: string; readonly seen_event?: number }[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly dry_run?: boolean;
  readonly key?: string;
}
