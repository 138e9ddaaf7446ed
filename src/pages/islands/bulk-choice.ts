/** Ticking many records of a list: all on the page, a range with the shift key, and how many there are. */
const form = document.querySelector<HTMLFormElement>('#bulk');
const all = document.querySelector<HTMLInputElement>('#bulk-all-box');
const count = document.querySelector<HTMLElement>('#bulk-count');
const boxes = (): HTMLInputElement[] => Array.from(form?.querySelectorAll<HTMLInputElement>('.bulk-box') ?? []);

const show = () => {
  const each = boxes();
  const ticked = each.filter(({ checked }) => checked).length;
  const words = count?.querySelector('bdi');
  if (words) words.textContent = new Intl.NumberFormat('en').format(ticked);
  if (all) {
    all.checked = ticked > 0 && ticked === each.length;
    all.indeterminate = ticked > 0 && ticked < each.length;
  }
};

let last: HTMLInputElement | undefined;

if (form && all && count) {
  for (const place of [all.parentElement, count]) if (place) place.hidden = false;
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
    show();
  });
  form.addEventListener('click', (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.classList.contains('bulk-box')) return;
    const each = boxes();
    const [from, to] = [each.indexOf(last ?? box), each.indexOf(box)];
    if (event.shiftKey && from >= 0)
      for (const between of each.slice(Math.min(from, to), Math.max(from, to) + 1)) between.checked = box.checked;
    last = box;
    show();
  });
  // The Back button brings ticks back.
  addEventListener('pageshow', show);
  show();
}
