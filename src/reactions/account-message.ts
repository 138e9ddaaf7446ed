import { accountEventTexts } from '../access/account-event-texts.ts';
import type { AccountKeys } from '../access/account-keys.ts';
import type { AccountTemplate } from '../access/account-mail.ts';
import type { AccountEventKind } from '../access/account-events.ts';
import { formatMessage, say, type Text } from '../base/texts.ts';
import { sayInstant } from '../form/fields/datetime.ts';
import { accountMessages } from './account-message-texts.ts';
import type { Render } from './delivery-sender.ts';

export interface AccountMessageParts {
  readonly keys: AccountKeys;
  readonly publicUrl: string;
  readonly timeZone: string;
  readonly portal: Text;
}

const isKnown = (template: string): template is AccountTemplate => Object.hasOwn(accountMessages, template);

/** Makes the words of an e-mail about an account when it is sent, with its link. */
export const createAccountMessages =
  ({ keys, publicUrl, timeZone, portal }: AccountMessageParts): Render =>
  async ({ template, locale, values, createdAt }) => {
    if (!isKnown(template)) throw new Error(`there is no message ${template} about accounts`);
    const given = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
    const pathOf: Readonly<Record<AccountTemplate, () => string>> = {
      'account/changed': () => '/staff/account',
      'account/decided': () => '/staff/sign-in',
      'account/reset': () => `/staff/sign-in/reset/${keys.writeLink('password-reset', given('id'))}`,
      'account/invitation': () => `/staff/join/${keys.writeLink('invitation', given('id'))}`,
      'account/already-member': () => '/staff/sign-in',
      'account/news': () => '/staff/notifications',
      'account/escalated': () => '/staff/notifications',
      'account/opened-by-exception': () => `/staff/records/${given('reference')}`,
    };
    const words = {
      link: publicUrl + pathOf[template](),
      portal: portal[locale],
      what: given('kind') === '' ? '' : say(locale, accountEventTexts[given('kind') as AccountEventKind]),
      reference: given('reference'),
      who: locale === 'ar' ? given('who') : given('whoLatin') || given('who'),
      until: given('until') === '' ? '' : sayInstant(new Date(given('until')), locale, timeZone),
      reason: given('reason'),
      lines: given('lines'),
      records: Number(given('records')),
      network: given('network'),
      device: given('device'),
      has_device: given('device') === '' ? 'no' : 'yes',
      at: sayInstant(createdAt, locale, timeZone),
    };
    const { subject, email } = accountMessages[template];
    return {
      subject: formatMessage(locale, subject[locale], words),
      body: formatMessage(locale, email[locale], words),
    };
  };

/** Messages about records, about accounts and to applicants come out of one outbox. */
export const renderAny =
  ({ record, account, applicant }: Readonly<Record<'record' | 'account' | 'applicant', Render>>): Render =>
  (message) => {
    if (message.recordId !== null) return record(message);
    return message.template.startsWith('applicant/') ? applicant(message) : account(message);
  };
