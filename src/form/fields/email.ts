import { type FieldType, singleInput } from './field-type.ts';

/** An address, its domain in small letters; what stands before the @ is its owner's to spell. */
export const email: FieldType<'email', string> = {
  ...singleInput,
  read: (sent) => {
    if (typeof sent !== 'string') return { fault: 'not-an-email' };
    const value = readEmail(sent);
    return value === undefined ? { fault: 'not-an-email' } : { value };
  },
  say: (value) => value,
  searched: (value) => ({ texts: [value] }),
  jsonSchema: () => ({ type: 'string', format: 'email', maxLength: 254 }),
};

// RFC 5321 lets addresses be 254 characters long, 64 of them before the @. Quoted names and addresses of machines by
// number are left out: no mail of a person goes there.
const local = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

const readEmail = (text: string): string | undefined => {
  const address = text.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  if (address.length > 254 || at < 1 || at > 64) return undefined;
  const domain = address.slice(at + 1).toLowerCase();
  const labels = domain.split('.');
  const isDomain = labels.length > 1 && labels.every((each) => label.test(each)) && /\p{L}/u.test(labels.at(-1) ?? '');
  return isDomain && local.test(address.slice(0, at)) ? `${address.slice(0, at)}@${domain}` : undefined;
};
