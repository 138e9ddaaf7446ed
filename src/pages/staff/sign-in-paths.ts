/** Where signing in leads through. */
export const signInPath = '/staff/sign-in';
/** The second factor of who has shown the password. */
export const secondStepPath = '/staff/sign-in/code';
/** Setting up a second factor that a role needs. */
export const setUpPath = '/staff/sign-in/set-up';
export const passkeySignInPath = '/staff/sign-in/passkey';
export const passkeyOptionsPath = '/staff/sign-in/passkey/options';
export const providerPath = '/staff/sign-in/provider';
export const forgotPath = '/staff/sign-in/forgot';
export const resetPath = '/staff/sign-in/reset';
export const joinPath = '/staff/join';

/** The address of a page that leads on to another one afterwards. */
export const withNext = (path: string, next: string): string => `${path}?next=${encodeURIComponent(next)}`;
