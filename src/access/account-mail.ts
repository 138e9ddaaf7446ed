import type { Queryable } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import type { AccountEventKind } from './account-events.ts';
import { insertAccountMail, insertMail } from './account-mail-queries.ts';
import type { Client } from './client.ts';
import { clientNetwork } from './client-network.ts';
import { deviceOf } from './device.ts';

/**
 * E-mails about accounts, put into the outbox with what causes them. Links are not in them: they are made when the message
 * is sent, so that who reads the database cannot follow them.
 */
export type AccountTemplate =
  | 'account/changed'
  | 'account/decided'
  | 'account/reset'
  | 'account/invitation'
  | 'account/already-member'
  | 'account/opened-by-exception'
  | 'account/news'
  | 'account/escalated';

/** Something about signing in has changed; its owner should know in case it was somebody else. */
export const tellOwner = async (
  queryable: Queryable,
  accountId: string,
  kind: AccountEventKind,
  client: Pick<Client, 'address' | 'userAgent'>,
): Promise<void> => {
  const values = { kind, network: clientNetwork(client.address), device: deviceOf(client.userAgent) };
  await mailAccount(queryable, accountId, 'account/changed', values);
};

export const mailAccount = async (
  queryable: Queryable,
  accountId: string,
  template: AccountTemplate,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  await queryable.run(insertAccountMail, [accountId, template, JSON.stringify(values)]);
};

/** To somebody who has no account yet. */
export const mailAddress = async (
  queryable: Queryable,
  {
    template,
    to,
    locale,
    values,
  }: { template: AccountTemplate; to: string; locale: Locale; values: Readonly<Record<string, string>> },
): Promise<void> => {
  await queryable.run(insertMail, [template, to, locale, JSON.stringify(values)]);
};
