import { Secret, TOTP } from 'otpauth';

/** Codes of authenticator apps (RFC 6238) as all of them make them: SHA-1, six digits, thirty seconds. */
const period = 30;
const usual = { algorithm: 'SHA1', digits: 6, period } as const;

/** 160 random bits in base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code holds: as little as can be, since it is read from screens by weak cameras. */
export const totpUri = (
  secret: string,
  { issuer, label }: { readonly issuer: string; readonly label: string },
): string => new TOTP({ ...usual, secret: Secret.fromBase32(secret), issuer, label, issuerInLabel: false }).toString();

/** Digits of any script, spaces forgiven. */
export const readTotpCode = (typed: string): string | undefined => {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replaceAll(/[\s\u200e\u200f-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
};

/**
 * The time step that a code belongs to: of now, or of the step before or after it (RFC 6238, section 5.2); undefined for
 * a wrong one. Whoever takes the code must refuse steps that were taken before.
 * @param now milliseconds
 */
export const totpStepOf = (secret: string, code: string, now: number): number | undefined => {
  const delta = new TOTP({ ...usual, secret: Secret.fromBase32(secret) }).validate({
    token: code,
    timestamp: now,
    window: 1,
  });
  return delta === null ? undefined : totpStep(now) + delta;
};

export const totpStep = (now: number): number => Math.floor(now / 1_000 / period);

/** The code of a step, for the demonstration and for tests. */
export const totpCodeOf = (secret: string, step: number): string =>
  new TOTP({ ...usual, secret: Secret.fromBase32(secret) }).generate({ timestamp: step * period * 1_000 });
