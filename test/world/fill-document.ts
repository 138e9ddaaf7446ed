import type { WantedAnswers } from './fill-page.ts';

/**
 * Fills the forms of a page that is only read, as `fillPage` does on one that is shown. Runs in the browser, on its own.
 * @returns a selector of the button that adds what is still missing, or null
 */
export const fillDocument = (page: Document, { inputs, words }: WantedAnswers): string | null => {
  type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement;
  const named = (name: string): Control[] => [
    ...page.querySelectorAll<Control>(
      ['input', 'textarea', 'select', 'button'].map((tag) => `main form ${tag}[name="${name}"]`).join(),
    ),
  ];
  const write = (control: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
    if (control.closest('[hidden]')) throw new Error(`hidden: ${control.outerHTML}`);
    if (!control.disabled && !control.readOnly) control.value = value;
  };
  const fill = (name: string, value: string): boolean => {
    for (const control of named(name)) {
      if (control instanceof HTMLButtonElement || control.type === 'hidden' || control.type === 'submit') continue;
      if (control instanceof HTMLSelectElement) {
        control.value = value;
        if (control.value !== value) throw new Error(`${name} offers no ${value}`);
      } else if (control.type === 'radio' || control.type === 'checkbox') {
        if (control.type === 'radio' && control.value !== value) continue;
        if (control.closest('[hidden]')) throw new Error(`hidden: ${control.outerHTML}`);
        (control as HTMLInputElement).checked = value !== '';
      } else write(control, value);
      return true;
    }
    return false;
  };
  for (const [name, value] of Object.entries(inputs)) {
    const [search] = named(`${name}.search`);
    if (!fill(name, value) && words[name] !== undefined && search instanceof HTMLInputElement)
      write(search, words[name]);
  }
  for (const name of Object.keys(inputs).filter((each) => /\.\d+\./.test(each))) {
    // A question that is searched stands there by its search until something is chosen.
    if (named(name).length > 0 || named(`${name}.search`).length > 0) continue;
    const add = `${name.replace(/\.\d+\..*$/, '')}.add`;
    if (named(add).length > 0) return `main form [name="${add}"]`;
  }
  return null;
};
