/**
 * Moves about on a map of records without a new page: the links of the map are followed in place, and it can be dragged. Without
 * a script the same links lead to pages of their own.
 */
const find = (root: ParentNode): HTMLElement | null => root.querySelector<HTMLElement>('[data-map]');

let latest = 0;

const go = async (href: string, isBack: boolean): Promise<void> => {
  const asked = ++latest;
  const map = find(document);
  map?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(href, { headers: { accept: 'text/html' } });
    const next = response.ok ? find(new DOMParser().parseFromString(await response.text(), 'text/html')) : null;
    if (!next) throw new Error('no map');
    if (asked !== latest) return;
    const focus = map?.contains(document.activeElement) ? document.activeElement?.getAttribute('title') : undefined;
    map?.replaceWith(next);
    if (!isBack) history.pushState({}, '', href);
    if (focus) next.querySelector<HTMLElement>(`a[title="${CSS.escape(focus)}"]`)?.focus();
    drag(next);
  } catch {
    location.assign(href);
  }
};

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-map] a[data-view]') : null;
  const href = link?.getAttribute('href');
  if (!href || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  void go(href, false);
});

addEventListener('popstate', () => {
  if (find(document)) void go(location.href, true);
});

/** The address of the same map with another part of the country in it. */
const hrefAt = (lon: number, lat: number, zoom: number): string => {
  const address = new URL(location.href);
  address.searchParams.set('at', `${lon.toFixed(5)},${lat.toFixed(5)},${zoom}`);
  return address.pathname + address.search;
};

const slack = 6;

const drag = (root: HTMLElement): void => {
  const map = root.querySelector<SVGSVGElement>('.record-map');
  if (!map || Number(map.dataset['zoom']) === 0) return;
  const { width, height } = map.viewBox.baseVal;
  const [west = 0, south = 0, east = 0, north = 0] = (map.dataset['box'] ?? '').split(' ').map(Number);
  let from: { readonly x: number; readonly y: number } | undefined;
  let [x, y] = [0, 0];
  map.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch' && event.button === 0) from = { x: event.clientX, y: event.clientY };
  });
  map.addEventListener('dragstart', (event) => event.preventDefault());
  map.addEventListener('pointermove', (event) => {
    if (!from) return;
    const scale = width / map.getBoundingClientRect().width;
    [x, y] = [(from.x - event.clientX) * scale, (from.y - event.clientY) * scale];
    if (Math.hypot(x, y) < slack) return;
    map.setPointerCapture(event.pointerId);
    map.classList.add('moving');
    map.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  });
  const end = (): void => {
    const isMoved = from !== undefined && Math.hypot(x, y) >= slack;
    from = undefined;
    map.classList.remove('moving');
    if (!isMoved) return;
    const lon = (west + east) / 2 + (x / width) * (east - west);
    const lat = (south + north) / 2 - (y / height) * (north - south);
    // A link under the pointer is not what was meant.
    map.addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true });
    void go(hrefAt(lon, lat, Number(map.dataset['zoom'])), false);
  };
  map.addEventListener('pointerup', end);
  map.addEventListener('pointercancel', end);
};

const first = find(document);
if (first) drag(first);
