import type { Page } from 'playwright-core';
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

/** Fills what stands on the page; true when a button was pressed that brings the page back with more to fill. */
export const fillPage = async (page: Page, { inputs, words }: WantedAnswers): Promise<boolean> => {
  // Rows that are complete are folded.
  const folded = page.locator('main form details.row:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  for (const [name, value] of Object.entries(inputs)) {
    if (await fillInput(page, name, value)) continue;
    if (words[name] !== undefined && (await page.locator(named(`${name}.search`)).count()) > 0)
      await page.fill(named(`${name}.search`), words[name]);
  }
  const missing = Object.keys(inputs).filter((name) => /\.\d+\./.test(name));
  for (const name of missing) {
    // A question that is searched stands there by its search until something is chosen.
    if ((await page.locator(`${named(name)}, ${named(`${name}.search`)}`).count()) > 0) continue;
    const add = page.locator(named(`${name.replace(/\.\d+\..*$/, '')}.add`));
    if ((await add.count()) === 0) continue;
    await add.first().click();
    await page.waitForLoadState('load');
    return true;
  }
  return false;
};

const fillInput = async (page: Page, name: string, value: string): Promise<boolean> => {
  const all = page.locator(named(name));
  for (const input of await all.all()) {
    const kind = await input.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
    );
    switch (kind) {
      case 'hidden':
        continue;
      case 'radio':
      case 'checkbox':
        if ((await input.getAttribute('value')) !== value && kind === 'radio') continue;
        await input.setChecked(value !== '');
        return true;
      case 'select':
        await input.selectOption(value);
        return true;
      default:
        if (!(await input.isEditable())) return true;
        await input.fill(value);
        return true;
    }
  }
  return false;
};
