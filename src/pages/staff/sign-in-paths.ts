/** Where signing in leads through. */
export const signInPath = '/staff/sign-in';
/** The second factor of who has shown the password. */
export const secondStepPath = '/staff/sign-in/code';
/** Setting up a second factor that a role needs. */
export const setUpPath = '/staff/sign-in/set-up';
