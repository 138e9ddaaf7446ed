import type { ComponentChildren } from 'preact';
import { say } from '../../../base/texts.ts';
import { mayAct } from '../../../projections/worklist-scope.ts';
import { bulkTexts as texts } from '../../bulk-texts.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { Button } from '../../ui/button.tsx';
import type { Worklist } from '../worklist-data.ts';
import { writeWorklistQuery } from '../worklist-query.ts';
import { bulksPath } from './bulk-paths.ts';

export const bulkIsland = 'bulk-choice';
export const recordInput = 'record';
export const allInput = 'all';
export const ofListInput = 'list';

/** Records can be ticked where somebody may do something with them. */
export const isTickable = ({ work, rows, map }: Worklist): boolean =>
  mayAct(work.scope) && rows.length > 0 && map === undefined;

interface BulkFormProps {
  readonly list: Worklist;
  readonly csrfToken: string;
  readonly locale: FieldTools['locale'];
  readonly children: ComponentChildren;
}

/** The rows of a list, to be ticked and acted on together. */
export const BulkForm = ({ list, csrfToken, locale, children }: BulkFormProps) => {
  const count = list.matching;
  return (
    <form method="post" action={bulksPath} id="bulk" class="bulk">
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name={ofListInput} value={writeWorklistQuery({ ...list.query, after: '', before: '' })} />
      <div class="bulk-bar">
        <span class="choice" id="bulk-all" hidden>
          <input class="ds-input" type="checkbox" id="bulk-all-box" />
          <label for="bulk-all-box">{say(locale, texts.tickAll)}</label>
        </span>
        <span id="bulk-count" aria-live="polite" hidden>
          {say(locale, texts.ticked)} <bdi>0</bdi>
        </span>
        <Button look="secondary">{say(locale, texts.forTicked)}</Button>
        <Button look="tertiary" name={allInput} value="1">
          {count === undefined
            ? say(locale, texts.forAllUncounted)
            : say(locale, texts.forAll, { count: new Intl.NumberFormat('en').format(count) })}
        </Button>
        <a class="ds-link" href={bulksPath}>
          {say(locale, texts.mine)}
        </a>
      </div>
      {children}
      <div class="bulk-end actions">
        <Button look="secondary">{say(locale, texts.forTicked)}</Button>
      </div>
    </form>
  );
};

/** The box of one record. */
export const TickBox = ({
  reference,
  locale,
}: {
  readonly reference: string;
  readonly locale: FieldTools['locale'];
}) => (
  <input
    class="ds-input bulk-box"
    type="checkbox"
    name={recordInput}
    value={reference}
    autocomplete="off"
    aria-label={say(locale, texts.tick, { reference })}
  />
);
