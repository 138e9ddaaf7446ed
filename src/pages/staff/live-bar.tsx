import { type Locale, say } from '../../base/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { worklistTexts as texts } from './worklist-texts.ts';

export const livePath = '/staff/live';

/**
 * Where the page says that something has changed meanwhile. It lies over the end of the page and moves nothing; what is
 * new comes when the reader asks. The `live` script fills it; without one it stays away.
 */
export const LiveBar = ({
  locale,
  stream,
  href,
  isApart,
}: {
  readonly locale: Locale;
  readonly stream: string;
  readonly href: string;
  /** In a window of its own, since something is being written on this page. */
  readonly isApart?: boolean;
}) => (
  <div class="live" role="status" data-stream={stream}>
    <p class="live-bar" hidden>
      <Icon name="bell" />
      <span data-words />
      <a class="ds-link" href={href} target={isApart ? '_blank' : undefined} rel={isApart ? 'noopener' : undefined}>
        {say(locale, isApart ? texts.openApart : texts.refresh)}
      </a>
    </p>
  </div>
);

/** The stream of a worklist, or of a record's page. */
export const streamOf = ({
  since,
  reference,
  event,
}: {
  readonly since: Date;
  readonly reference?: string;
  readonly event?: number;
}): string =>
  `${livePath}?${new URLSearchParams({ since: String(+since), ...(reference !== undefined && { record: reference, event: String(event) }) })}`;
