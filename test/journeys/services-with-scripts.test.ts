import { playInBrowser } from '../world/service-world.ts';

/** Every service's journeys on a phone, with scripts. */
playInBrowser({ locale: 'ar', javaScript: true, width: 360 });
