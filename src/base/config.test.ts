import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configurationTable, readConfig } from './config.ts';
import { inProject } from './paths.ts';

const faultOf = (env: Readonly<Record<string, string>>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was wrong');
};

it('needs no variable at all', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: 'localhost',
    url: 'http://localhost:3000',
    secure: false,
    trustProxy: false,
    demo: true,
    dataFolder: join(process.cwd(), 'data'),
    databaseUrl: undefined,
    databaseConnections: 16,
    logLevel: 'info',
  });
});

it('takes an empty variable for a missing one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

it('reads what is given', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '0.0.0.0',
    DIWAN_URL: 'https://diwan.gov.lb/',
    DIWAN_DATA: '/srv/diwan',
    TRUST_PROXY: '10.0.0.0/8, loopback',
    DATABASE_URL: 'postgres://diwan:p%40ss@db.internal/diwan?sslmode=require',
    SMTP_URL: 'smtps://u:p@mail.gov.lb',
    MAIL_FROM: 'Diwan <no-reply@diwan.gov.lb>',
  });
  expect(config).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    url: 'https://diwan.gov.lb',
    secure: true,
    dataFolder: '/srv/diwan',
    trustProxy: ['10.0.0.0/8', 'loopback'],
    databaseUrl: 'postgres://diwan:p%40ss@db.internal/diwan?sslmode=require',
  });
  expect(readConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
});

it('shows the demonstration on this machine only, unless told otherwise', () => {
  expect(readConfig({ PORT: '4000' }).demo).toBe(true);
  expect(readConfig({ DIWAN_URL: 'http://127.0.0.1:3000' }).demo).toBe(true);
  expect(readConfig({ DIWAN_URL: 'https://diwan.gov.lb' }).demo).toBe(false);
  expect(readConfig({ DIWAN_URL: 'https://demo.gov.lb', DIWAN_DEMO: '1' }).demo).toBe(true);
  expect(readConfig({ DIWAN_DEMO: '0' }).demo).toBe(false);
});

it.each([
  ['PORT', 'eighty', 'PORT="eighty" cannot be used. Write a whole number from 0 to 65535.'],
  ['PORT', '70000', 'whole number'],
  ['PORT', '3000.5', 'whole number'],
  ['HOST', 'http://0.0.0.0', 'Write a host name or an address'],
  ['DIWAN_URL', 'diwan.gov.lb', 'Write scheme and host only, such as https://diwan.gov.lb'],
  ['DIWAN_URL', 'https://diwan.gov.lb/portal', 'Write scheme and host only'],
  ['DIWAN_DEMO', 'false', 'DIWAN_DEMO="false" cannot be used. Write 1 for yes or 0 for no.'],
  ['LOG_LEVEL', 'loud', 'Write one of trace, debug, info'],
  ['TRUST_PROXY', 'everybody', 'Write 0, the number of proxies in front'],
  ['DATABASE_URL', 'mysql://localhost/diwan', 'It begins with "mysql:". Write a URL such as postgres://'],
  ['DATABASE_URL', 'localhost', 'Write a URL such as postgres://user:password@host:5432/diwan'],
  ['SMTP_URL', 'mail.gov.lb:25', 'Write a URL such as smtp://'],
  ['MAIL_FROM', 'Diwan', 'Write an address such as'],
  ['SMS_WEBHOOK_TOKEN', 'abc', 'SMS_WEBHOOK_TOKEN is only used with SMS_WEBHOOK_URL'],
  ['DATABASE_ADMIN_URL', 'postgres://a@b/c', 'DATABASE_ADMIN_URL is only used with DATABASE_URL'],
  ['SMTP_URL', 'smtp://localhost', 'SMTP_URL needs MAIL_FROM'],
  ['SMS_WEBHOOK_URL', 'http://sms.example/send', 'Without TLS it may only be on this machine'],
  ['KEY_SERVICE_URL', 'http://10.0.0.7/keys', 'Without TLS it may only be on this machine'],
  ['DIWAN_OIDC_ISSUER', 'http://login.example.gov', 'Write the issuer with https'],
  ['DIWAN_DEMOS', '0', 'DIWAN_DEMOS is not a setting. Those are: DIWAN_URL, '],
])('says what to write instead of %s=%s', (name, value, message) => {
  expect(faultOf({ [name]: value })).toContain(message);
});

it('names every variable that is wrong, and shows no password', () => {
  const message = faultOf({
    PORT: 'x',
    DIWAN_DEMO: 'y',
    DATABASE_URL: 'postgres://diwan:s3cret@:99999/',
    SMTP_URL: 'http://diwan:s3cret@mail',
  });
  expect(message.split('\n').map((line) => line.split(/[ =]/)[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'DIWAN_DEMO',
    'SMTP_URL',
  ]);
  expect(message).not.toContain('s3cret');
});

it('is documented as it is', () => {
  const page = readFileSync(inProject('docs', 'configuration.md'), 'utf8');
  const table = /<!-- table -->\n([\s\S]*?)\n<!-- end of table -->/.exec(page)?.[1];
  expect(table, 'put this between the markers of docs/configuration.md').toBe(configurationTable());
});
