import { type Locale, say, type Text } from '../../base/texts.ts';
import { worklistTexts as texts } from './worklist-texts.ts';

export const keysIsland = 'worklist-keys';

interface Key {
  readonly keys: readonly string[];
  readonly does: Text;
}

export const listKeys: readonly Key[] = [
  { keys: ['j'], does: texts.keyNext },
  { keys: ['k'], does: texts.keyPrevious },
  { keys: ['Enter', 'o'], does: texts.keyOpen },
  { keys: ['x'], does: texts.keyTick },
  { keys: ['/'], does: texts.keySearch },
  { keys: ['?'], does: texts.keyHelp },
];

export const recordKeys: readonly Key[] = [
  { keys: ['a'], does: texts.keyActions },
  { keys: ['n'], does: texts.keySkip },
  { keys: ['u'], does: texts.keyBack },
  { keys: ['?'], does: texts.keyHelp },
];

/** What the keys do, and the switch that turns them off. Shown by the script that makes them work. */
export const KeysHelp = ({ locale, keys }: { readonly locale: Locale; readonly keys: readonly Key[] }) => (
  <details class="ds-details keys" id="keys" hidden>
    <summary>{say(locale, texts.keysTitle)}</summary>
    <div>
      <dl>
        {keys.map(({ keys: names, does }) => (
          <div>
            <dt>
              {names.map((name) => (
                <kbd dir="ltr">{name}</kbd>
              ))}
            </dt>
            <dd>{say(locale, does)}</dd>
          </div>
        ))}
      </dl>
      <div class="choice">
        <input class="ds-input" type="checkbox" id="keys-on" checked />
        <label for="keys-on">{say(locale, texts.keysUse)}</label>
      </div>
    </div>
  </details>
);
