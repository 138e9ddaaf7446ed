import { startHere } from './verify/start-here.ts';

/**
 * Lets the page check documents by itself, with or without connection. Where the browser cannot (no secure address, no
 * cryptography, too old), it says so and the page goes on as it is: pictures and codes are sent to the server.
 */
void startHere();
