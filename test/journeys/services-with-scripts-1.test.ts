import { playInBrowser } from '../world/service-world.ts';

/** Every second service's journeys on a phone, with scripts; the others are in the file beside this one. */
playInBrowser({ locale: 'ar', javaScript: true, width: 360, isDrawn: () => true, share: { file: 0, of: 2 } });
