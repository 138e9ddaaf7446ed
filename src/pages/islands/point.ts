/**
 * Lets a question for a point be answered with the device's own position, or by pointing at the map. Without a script the
 * two numbers are typed.
 */
const decimals = 6;

const offer = (question: HTMLElement): void => {
  const [lat, lon] = ['.lat', '.lon'].map((suffix) =>
    question.querySelector<HTMLInputElement>(`[name="${CSS.escape(question.dataset['point'] ?? '')}${suffix}"]`),
  );
  if (!lat || !lon) return;
  const map = question.querySelector<SVGSVGElement>('.country-map');
  const answer = (latitude: number, longitude: number): void => {
    lat.value = latitude.toFixed(decimals);
    lon.value = longitude.toFixed(decimals);
    if (map) mark(map, latitude, longitude);
    lat.dispatchEvent(new Event('change', { bubbles: true }));
  };
  offerPosition(question, answer);
  map?.addEventListener('click', (event) => {
    const { x, y, width, height } = map.getBoundingClientRect();
    const { west, north, perLon, perLat } = frameOf(map);
    const { width: wide, height: high } = map.viewBox.baseVal;
    answer(
      north - ((event.clientY - y) / height) * (high / perLat),
      west + ((event.clientX - x) / width) * (wide / perLon),
    );
  });
  // What brings the page back without a script is not needed.
  map?.parentElement?.querySelector('input[type=image]')?.remove();
  map?.classList.add('answers');
};

const frameOf = ({ dataset }: SVGSVGElement) => ({
  west: Number(dataset['west']),
  north: Number(dataset['north']),
  perLon: Number(dataset['perLon']),
  perLat: Number(dataset['perLat']),
});

const mark = (map: SVGSVGElement, latitude: number, longitude: number): void => {
  const { west, north, perLon, perLat } = frameOf(map);
  const [x, y] = [(longitude - west) * perLon, (north - latitude) * perLat];
  const { width, height } = map.viewBox.baseVal;
  const sign = map.querySelector('.mark');
  sign?.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  if (x >= 0 && y >= 0 && x <= width && y <= height) sign?.removeAttribute('display');
  else sign?.setAttribute('display', 'none');
};

const offerPosition = (question: HTMLElement, answer: (latitude: number, longitude: number) => void): void => {
  const place = question.querySelector<HTMLElement>('[data-locate]');
  // Browsers give no position to pages that came over an insecure connection.
  if (!place || !('geolocation' in navigator) || !window.isSecureContext) return;
  const { locate = '', locating = '', located = '', notLocated = '' } = place.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button';
  button.dataset['variant'] = 'secondary';
  button.textContent = locate;
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    status.textContent = locating;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        answer(coords.latitude, coords.longitude);
        status.textContent = located.replace('#', String(Math.round(coords.accuracy)));
      },
      () => (status.textContent = notLocated),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  });
  place.append(button, status);
};

for (const question of document.querySelectorAll<HTMLElement>('[data-point]')) offer(question);
