import { playInBrowser } from '../world/service-world.ts';

/**
 * Every service's journeys without scripts: forms are read and sent as a browser does, and two services are drawn too, on a phone.
 */
const drawn = new Set(['mobility-permit', 'forest-fire']);
playInBrowser({ locale: 'fr', javaScript: false, width: 360, isDrawn: (service) => drawn.has(service) });
