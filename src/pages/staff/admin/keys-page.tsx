import { createHash } from 'node:crypto';
import { say } from '../../../base/texts.ts';
import type { PublishedKeySet } from '../../../documents/credential-format.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LongDate } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { SureBox } from '../services/sure-box.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { keysPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { MasterKeys, type MasterKeysState } from './master-keys.tsx';
import { runningTexts as texts } from './running-texts.ts';

type PublishedKey = PublishedKeySet['keys'][number];

interface Props {
  readonly context: AdminContext;
  readonly keys: readonly PublishedKey[];
  /** Id of the one that signs now. */
  readonly signer: string;
  readonly now: Date;
  readonly problems: readonly FieldProblem[];
  readonly master: MasterKeysState;
}

/** The SHA-256 thumbprint of a key (RFC 7638) in groups of four, to be read out over the telephone. */
export const fingerprintOf = ({ crv, kty, x, y }: Pick<PublishedKey, 'crv' | 'kty' | 'x' | 'y'>): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('hex').match(/.{4}/g)!.join(' ');

const day = 86_400_000;

export const KeysPage = ({ context, keys, signer, now, problems, master }: Props) => {
  const { locale, timeZone } = context;
  const date = (seconds: number) => <LongDate locale={locale} at={new Date(seconds * 1000)} timeZone={timeZone} />;
  return (
    <AdminPage
      context={context}
      title={say(locale, adminTexts.keys)}
      lead={say(locale, texts.keysLead)}
      problems={problems}
    >
      <Table
        caption={say(locale, adminTexts.keys)}
        isCaptionHidden
        rows={keys}
        columns={[
          { label: say(locale, texts.key), isHeader: true, cell: ({ kid }) => <Bdi>{kid}</Bdi> },
          {
            label: say(locale, texts.state),
            cell: ({ kid, nbf }) =>
              kid === signer ? (
                <Tag tone="success">{say(locale, texts.signsNow)}</Tag>
              ) : nbf * 1000 > +now ? (
                <Tag tone="info">{say(locale, texts.waits)}</Tag>
              ) : (
                <Tag>{say(locale, texts.verifiesOnly)}</Tag>
              ),
          },
          {
            label: say(locale, texts.fingerprint),
            cell: (key) => (
              <bdi dir="ltr" class="fingerprint">
                {fingerprintOf(key)}
              </bdi>
            ),
          },
          { label: say(locale, texts.signsFrom), cell: ({ nbf }) => date(nbf) },
          {
            label: say(locale, texts.age),
            cell: ({ nbf }) =>
              nbf * 1000 > +now ? '–' : say(locale, texts.days, { count: Math.floor((+now - nbf * 1000) / day) }),
          },
          { label: say(locale, texts.trustedUntil), cell: ({ exp }) => date(exp) },
        ]}
      />
      <p>
        {say(locale, texts.publishedAt)}{' '}
        <a class="ds-link" href="/.well-known/diwan/keys.json">
          <Bdi>/.well-known/diwan/keys.json</Bdi>
        </a>
      </p>
      <Card title={say(locale, texts.rotation)}>
        <p>{say(locale, texts.rotationLead)}</p>
        <AdminForm context={context} action={`${keysPath}/rotate`}>
          <Actions>
            <Button look="secondary" name="when" value="week">
              {say(locale, texts.rotateLater)}
            </Button>
          </Actions>
        </AdminForm>
        <AdminForm context={context} action={`${keysPath}/rotate`}>
          <SureBox locale={locale} label={say(locale, texts.rotateNowSure)} problems={problems} />
          <Actions>
            <Button danger look="secondary" name="when" value="now">
              {say(locale, texts.rotateNow)}
            </Button>
          </Actions>
        </AdminForm>
      </Card>
      <MasterKeys context={context} state={master} />
    </AdminPage>
  );
};
