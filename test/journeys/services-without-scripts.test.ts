import { playInBrowser } from '../world/service-world.ts';

/** Every service's journeys on a phone, without scripts. */
playInBrowser({ locale: 'fr', javaScript: false, width: 360 });
