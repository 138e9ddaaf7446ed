import { errors, type Page } from 'playwright-core';
import type { Inputs } from '../../src/form/fields/field-type.ts';

/**
 * Answers the questions of the page that is open, whatever their types: each answer is known by the names of the inputs
 * that ask for it, as a browser would send them, and by its words, for questions that are searched.
 */
export interface WantedAnswers {
  readonly inputs: Inputs;
  /** What to type into the search of a question, by its name. */
  readonly words: Readonly<Record<string, string>>;
  /** Files for questions that ask for them, by name. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
}

const named = (name: string): string => `main form [name="${name}"]`;

interface Control {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly isEditable: boolean;
}

/** Everything that can be answered on the page, asked for at once: a long survey has hundreds. */
const controlsOn = (page: Page): Promise<readonly Control[]> =>
  page.locator('main form').evaluateAll((forms) =>
    forms.flatMap((form) =>
      Array.from((form as HTMLFormElement).elements).flatMap((element) => {
        if (
          !(
            element instanceof HTMLInputElement ||
            element instanceof HTMLTextAreaElement ||
            element instanceof HTMLSelectElement
          )
        )
          return [];
        return [
          {
            name: element.name,
            kind: element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
            value: element.value,
            isDisabled: element.disabled,
            isEditable: !('readOnly' in element && element.readOnly),
          },
        ];
      }),
    ),
  );

/** Fills what stands on the page; true when a button was pressed that brings the page back with more to fill. */
export const fillPage = async (page: Page, { inputs, words }: WantedAnswers): Promise<boolean> => {
  // Rows that are complete are folded.
  const folded = page.locator('main form details.row:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  let controls = await controlsOn(page);
  const isThere = (name: string) => controls.some((control) => control.name === name);
  const left = new Map(Object.entries(inputs));
  // An answer may bring questions onto the page, and take others away.
  for (let before = -1; before !== left.size && left.size > 0;) {
    before = left.size;
    for (const [name, value] of left) {
      const own = controls.filter((control) => control.name === name);
      if (await fillControl(page, own, value).catch(goneMeanwhile)) left.delete(name);
      else if (words[name] !== undefined && isThere(`${name}.search`)) {
        await page.fill(named(`${name}.search`), words[name]);
        left.delete(name);
      }
    }
    controls = await controlsOn(page);
  }
  const missing = Object.keys(inputs).filter((name) => /\.\d+\./.test(name));
  for (const name of missing) {
    // A question that is searched stands there by its search until something is chosen.
    if (isThere(name) || isThere(`${name}.search`)) continue;
    const add = page.locator(named(`${name.replace(/\.\d+\..*$/, '')}.add`));
    if ((await add.count()) === 0) continue;
    await add.first().click();
    await page.waitForLoadState('load');
    return true;
  }
  return false;
};

const patience = { timeout: 5_000 };

/** An answer before it took the question away since the page was looked at; the next look tells. */
const goneMeanwhile = (error: unknown): boolean => {
  if (error instanceof errors.TimeoutError) return false;
  throw error;
};

const fillControl = async (page: Page, controls: readonly Control[], wanted: string): Promise<boolean> => {
  for (const { name, kind, value, isDisabled, isEditable } of controls) {
    if (isDisabled) continue;
    switch (kind) {
      case 'hidden':
      case 'submit':
        continue;
      case 'radio':
      case 'checkbox':
        if (value !== wanted && kind === 'radio') continue;
        await page
          .locator(`${named(name)}[value=${JSON.stringify(value)}]`)
          .first()
          .setChecked(wanted !== '', patience);
        return true;
      case 'select':
        await page.locator(named(name)).first().selectOption(wanted, patience);
        return true;
      default:
        if (isEditable)
          await page
            .locator(`${named(name)}:not([type=hidden])`)
            .first()
            .fill(wanted, patience);
        return true;
    }
  }
  return false;
};
