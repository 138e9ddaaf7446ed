import Provider from 'oidc-provider';

/**
 * A certified OpenID provider in a process of its own, with the people who are named on its command line:
 * `{ "port": …, "redirectUri": …, "people": { "login": { "email": …, "email_verified": … } } }`.
 */
const { port, redirectUri, people } = JSON.parse(process.argv[2] ?? '');
const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: 'diwan', client_secret: 'a secret of the provider', redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  findAccount: (_context, login) => ({ accountId: login, claims: () => ({ sub: login, ...people[login] }) }),
});
provider.listen(port, () => process.stdout.write('ready\n'));
